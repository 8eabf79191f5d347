import { onPress } from "./press.ts";

type Attributes = Record<string, string | boolean>;

/** Makes an element of ours. Text goes in as text nodes only. */
export const make = <T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Attributes = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[T] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
};

/** A button that answers a person's click; a page's made-up click is ignored. */
export const makeButton = (
  label: string,
  act: () => void,
  attributes: Attributes = {},
  ...children: Node[]
): HTMLButtonElement => {
  const button = make(
    "button",
    { type: "button", ...attributes },
    ...(children.length > 0 ? children : [label]),
  );
  if (children.length > 0) button.setAttribute("aria-label", label);
  onPress(button, act);
  return button;
};

/** A card with its content in a part that can scroll, so that what sticks out of the card (its tip) is not cut off. */
export const makeCard = (attributes: Attributes, ...content: (Node | undefined)[]): HTMLElement =>
  make("section", attributes, make("div", { class: "inner" }, ...content));

const svg = "http://www.w3.org/2000/svg";

/** A line drawing of 24 by 24 units that takes the colour of the text beside it. */
const draw = (...paths: string[]): Node => {
  const picture = document.createElementNS(svg, "svg");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 24 24",
    "aria-hidden": "true",
    class: "mark",
  })) {
    picture.setAttribute(name, value);
  }
  for (const path of paths) {
    const line = document.createElementNS(svg, "path");
    line.setAttribute("d", path);
    picture.append(line);
  }
  return picture;
};

export const drawShield = (): Node =>
  draw("M12 3l7 3v5.5c0 4.4-2.9 7.9-7 9.5-4.1-1.6-7-5.1-7-9.5V6z", "M9 12l2.2 2.2L15.2 10");
export const drawCross = (): Node => draw("M6.5 6.5l11 11", "M17.5 6.5l-11 11");
export const drawMinus = (): Node => draw("M6 12h12");
