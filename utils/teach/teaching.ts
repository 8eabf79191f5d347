import type { Detected } from "../detect/detected.ts";
import type { Detection } from "../detect/detection.ts";
import { proposeProfile } from "../detect/propose-profile.ts";
import type { TeachCommand, TeachEvent, TeachFound } from "../messages/teach-contracts.ts";
import { oneLine } from "../page/plain-words.ts";
import { createSurface } from "../page/surface/surface.ts";
import { chooseRoster, rosterElements } from "./choose-roster.ts";
import { sayWith, type TeachSay } from "./controls-card.ts";
import { columnElements, describeRoster } from "./describe-roster.ts";
import { findControls } from "./find-controls.ts";
import { createOutlines } from "./outlines.ts";
import { pointAt } from "./point-at.ts";

/** A panel that was closed says nothing more: after so many milliseconds of silence the page is left as it was. */
const silence = 15_000;
/** Frames of one column drawn at once, and rosters offered. */
const mostFrames = 200;
const mostRosters = 20;

export type Teaching = { obey: (command: TeachCommand) => Promise<unknown>; end: () => void };

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** One frame's side of teach mode: finds, frames, lets choose and point, and proposes. Nothing is read out but by command. */
export const startTeaching = (
  window: Window,
  detection: Detection,
  tell: (event: TeachEvent) => void,
  onEnd: () => void,
): Teaching => {
  const { document } = window;
  const ending = new AbortController();
  const { signal } = ending;
  let rosters: readonly Detected[] = [];
  let say: TeachSay = sayWith({});
  let language = "en";
  let surface: ReturnType<typeof createSurface> | undefined;
  let outlines: ReturnType<typeof createOutlines> | undefined;
  let finish = () => {};

  const stage = () => {
    surface ??= createSurface(language, () => end());
    outlines ??= createOutlines(surface, window, signal);
    return { surface, outlines };
  };
  const end = () => {
    if (signal.aborted) return;
    finish();
    ending.abort();
    clearTimeout(timer);
    surface?.remove();
    onEnd();
    tell({ type: "teach/stopped" });
  };
  let timer = setTimeout(end, silence);
  const begin = (next: () => () => void) => {
    finish();
    finish = next();
  };
  const done = (event: TeachEvent) => {
    finish();
    finish = () => {};
    tell(event);
  };

  const find = async (): Promise<TeachFound> => {
    const shadowOf = detection.extensionShadow();
    const found = await detection.detectRosters(document, { shadowOf, breathe, signal });
    rosters = found.slice(0, mostRosters);
    return {
      origin: window.location.origin,
      title: oneLine(document.title).slice(0, 120),
      rosters: rosters.map(describeRoster),
    };
  };
  const elementsOf =
    ({ container }: Detected) =>
    (selector: string): Element[] => {
      try {
        return [...(container.getRootNode() as Document | ShadowRoot).querySelectorAll(selector)];
      } catch {
        return [];
      }
    };

  const obey = async (command: TeachCommand): Promise<unknown> => {
    clearTimeout(timer);
    timer = setTimeout(end, silence);
    const roster = "roster" in command ? rosters[command.roster] : undefined;
    switch (command.do) {
      case "find":
        finish();
        ({ language } = command);
        say = sayWith(command.words);
        return find();
      case "show": {
        if (!roster) return null;
        const { column } = command;
        const inside = column === undefined ? [] : columnElements(roster, column);
        begin(() => {
          const frames = stage().outlines;
          frames.draw([
            { elements: () => rosterElements(roster), isStrong: inside.length === 0 },
            ...(inside.length > 0 ? [{ elements: () => inside.slice(0, mostFrames), isStrong: true }] : []),
          ]);
          return frames.clear;
        });
        if (inside.length === 0) roster.container.scrollIntoView({ block: "nearest" });
        return null;
      }
      case "show-control":
        if (!roster) return null;
        begin(() => {
          const found = elementsOf(roster)(command.selector).slice(0, mostFrames);
          const frames = stage().outlines;
          frames.draw(found.map((element) => ({ elements: () => [element], isStrong: true })));
          found[0]?.scrollIntoView({ block: "nearest" });
          return frames.clear;
        });
        return null;
      case "choose":
        begin(() =>
          chooseRoster({
            ...stage(),
            say,
            rosters,
            onChosen: (at) => done({ type: "teach/chosen", roster: at }),
            onCancel: () => done({ type: "teach/stopped" }),
          }),
        );
        return null;
      case "point": {
        if (!roster) return null;
        const { purpose } = command;
        begin(() =>
          pointAt({
            ...stage(),
            say,
            title: say(`point.${purpose}`),
            detected: roster,
            controls: findControls(roster),
            elementsOf: elementsOf(roster),
            onPointed: (control) => done({ type: "teach/pointed", purpose, control }),
            onCancel: () => done({ type: "teach/stopped" }),
          }),
        );
        return null;
      }
      case "propose":
        return roster ? proposeProfile(roster, document) : null;
      case "clear":
        begin(() => () => {});
        return null;
      case "stay":
        return null;
      case "end":
        end();
        return null;
    }
  };
  return { obey, end };
};
