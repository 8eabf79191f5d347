import type { Detected } from "../detect/detected.ts";
import { onDeliberateClick } from "../page/surface/deliberate-click.ts";
import { make } from "../page/surface/element.ts";
import type { Surface } from "../page/surface/surface.ts";
import { openStepsCard, type TeachSay } from "./controls-card.ts";
import type { Outline, Outlines } from "./outlines.ts";

export const rosterElements = ({ rows, headerRow }: Detected): readonly Element[] => [
  ...(headerRow ? [headerRow] : []),
  ...rows.flatMap(({ elements }) => elements),
];

export type Choosing = {
  surface: Surface;
  outlines: Outlines;
  say: TeachSay;
  rosters: readonly Detected[];
  onChosen: (at: number) => void;
  onCancel: () => void;
};

/** Every roster of the page in a frame with a button at its edge; chosen by click, or stepped through and Enter. */
export const chooseRoster = ({
  surface,
  outlines,
  say,
  rosters,
  onChosen,
  onCancel,
}: Choosing): (() => void) => {
  let current = 0;
  const names = rosters.map(({ rows }, at) =>
    say("nth", { at: String(at + 1), all: String(rosters.length), rows: String(rows.length) }),
  );
  const draw = () =>
    outlines.draw(
      rosters.map((roster, at): Outline => {
        const tag = make("button", { type: "button", class: "chip" }, names[at]);
        onDeliberateClick(
          tag,
          () => onChosen(at),
          () => surface.announce(say("tooSoon")),
        );
        return { elements: () => rosterElements(roster), isStrong: at === current, tag };
      }),
    );
  const card = openStepsCard(surface, say, {
    title: say("chooseTitle"),
    text: say("chooseText"),
    step: (by) => {
      current = (current + by + rosters.length) % rosters.length;
      rosters[current]!.container.scrollIntoView({ block: "center" });
      draw();
      card.say(names[current]!);
    },
    onChoose: () => onChosen(current),
    onCancel,
  });
  draw();
  card.say(names[0] ?? "");
  return () => {
    card.close();
    outlines.clear();
  };
};
