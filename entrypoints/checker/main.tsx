import { render } from "preact";
import { Checker } from "./Checker.tsx";

render(<Checker />, document.getElementById("app")!);
