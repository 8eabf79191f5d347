import { formats, holdEachRule } from "./matrix.ts";

holdEachRule(formats.filter((format) => format.startsWith("oneroster")));
