import type { Detected } from "../detect/detected.ts";
import type { TeachControl } from "../messages/teach-contracts.ts";
import { pathFrom } from "../page/event-path.ts";
import { innermost } from "../page/shadow-root.ts";
import { make } from "../page/surface/element.ts";
import type { Surface } from "../page/surface/surface.ts";
import { openStepsCard, type TeachSay } from "./controls-card.ts";
import { controlAround, describeControl } from "./find-controls.ts";
import type { Outlines } from "./outlines.ts";

export type Pointing = {
  surface: Surface;
  outlines: Outlines;
  say: TeachSay;
  title: string;
  detected: Detected;
  /** What can be stepped through by keyboard. */
  controls: readonly TeachControl[];
  /** All elements a control's selector finds. */
  elementsOf: (selector: string) => readonly Element[];
  onPointed: (control: TeachControl) => void;
  onCancel: () => void;
};

/** How long the page must have been ready for pointing before a press counts, in milliseconds. */
const dwell = 500;

/**
 * The person points at a control. A pane of ours lies over the page meanwhile, so that the control is not pressed: the
 * page gets neither the pointer nor the click.
 */
export const pointAt = (options: Pointing): (() => void) => {
  const { surface, outlines, say, detected, controls, elementsOf, onPointed, onCancel } = options;
  const opened = performance.now();
  const pane = make("div");
  for (const [name, value] of [
    ["position", "fixed"],
    ["inset", "0"],
    ["cursor", "crosshair"],
    ["background", "transparent"],
  ] as const)
    pane.style.setProperty(name, value);
  let current = -1;
  let seen: TeachControl | undefined;

  const show = (control: TeachControl | undefined) => {
    if (control?.selector === seen?.selector) return;
    seen = control;
    const found = control === undefined ? [] : elementsOf(control.selector);
    outlines.draw(
      found.slice(0, 200).map((element, at) => ({ elements: () => [element], isStrong: at === 0 })),
    );
    const name = control?.name === "" ? say("unnamed") : (control?.name ?? "");
    const each = control !== undefined && control.count > 1;
    card.say(
      name === "" ? "" : say(each ? "controlEach" : "control", { name, count: String(control!.count) }),
    );
  };
  const under = ({ clientX, clientY }: MouseEvent): Element | undefined => {
    pane.style.setProperty("pointer-events", "none");
    const first = document.elementFromPoint(clientX, clientY);
    pane.style.setProperty("pointer-events", "auto");
    if (!first) return;
    return controlAround(pathFrom(innermost(first, (root) => root.elementFromPoint(clientX, clientY))));
  };
  const at = (event: MouseEvent): TeachControl | undefined => {
    const element = under(event);
    return element && describeControl(element, detected);
  };
  pane.addEventListener("pointermove", (event) => {
    if (event.isTrusted) show(at(event));
  });
  pane.addEventListener("wheel", (event) => event.isTrusted && window.scrollBy(event.deltaX, event.deltaY), {
    passive: true,
  });
  pane.addEventListener("click", (event) => {
    if (!event.isTrusted || performance.now() - opened < dwell) return;
    const control = at(event);
    if (control) onPointed(control);
    else card.say(say("noControl"));
  });
  surface.add(pane);
  const card = openStepsCard(surface, say, {
    title: options.title,
    text: say("pointText"),
    step: (by) => {
      if (controls.length === 0) return;
      current =
        current === -1 && by === -1
          ? controls.length - 1
          : (current + by + controls.length) % controls.length;
      const control = controls[current]!;
      elementsOf(control.selector)[0]?.scrollIntoView({ block: "center" });
      show(control);
    },
    onChoose: () => (seen ? onPointed(seen) : card.say(say("noControl"))),
    onCancel,
  });
  return () => {
    card.close();
    pane.remove();
    outlines.clear();
  };
};
