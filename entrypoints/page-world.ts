import { defineUnlistedScript } from "#imports";
import { watchDialogs } from "../utils/page/page-world.ts";

/** Registered together with the portal script, for the page's own world. */
export default defineUnlistedScript(() => watchDialogs(window));
