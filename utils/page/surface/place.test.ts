import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Box, choosePlace, overlaps, placeAside, tipOf } from "./place.ts";

const viewport = { width: 1280, height: 800 };
const size = { width: 340, height: 200 };

describe("choosePlace", () => {
  test.each<[string, Box, string]>([
    ["a field at the left stands to its left", { left: 50, top: 300, width: 100, height: 30 }, "right"],
    ["a field at the right edge gets it below", { left: 1150, top: 300, width: 100, height: 30 }, "below"],
    ["a field at the lower right gets it above", { left: 1150, top: 740, width: 100, height: 30 }, "above"],
    ["a field as wide as the window gets it below", { left: 10, top: 100, width: 1260, height: 30 }, "below"],
  ])("%s", (_name, anchor, side) => expect(choosePlace(anchor, size, viewport).side).toBe(side));

  test("takes the side that costs least", () => {
    const anchor = { left: 400, top: 400, width: 100, height: 30 };
    expect(choosePlace(anchor, size, viewport, ({ side }) => (side === "above" ? 1 : 9)).side).toBe("above");
  });

  test("never covers the control and never leaves the window, wherever there is room at all", () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 1200 }),
      top: fc.integer({ min: 0, max: 760 }),
      width: fc.integer({ min: 16, max: 80 }),
      height: fc.integer({ min: 16, max: 40 }),
    });
    fc.assert(
      fc.property(box, (anchor) => {
        const place = choosePlace(anchor, size, viewport);
        expect(overlaps(place, anchor)).toBe(false);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.left + place.width).toBeLessThanOrEqual(viewport.width);
        expect(place.top + place.height).toBeLessThanOrEqual(viewport.height);
      }),
    );
  });

  test("goes to the other half of a window too small for both", () => {
    const small = { width: 360, height: 300 };
    const card = { width: 340, height: 250 };
    expect(choosePlace({ left: 10, top: 40, width: 340, height: 30 }, card, small).top).toBe(42);
    expect(choosePlace({ left: 10, top: 220, width: 340, height: 30 }, card, small).top).toBe(8);
  });
});

describe("placeAside", () => {
  const control = { left: 40, top: 260, width: 220, height: 90 };
  const at = choosePlace(control, size, viewport);

  test("leaves a card that lies over no other where it is", () => {
    expect(placeAside(at, [control], viewport)).toBeUndefined();
    expect(placeAside(at, [control, { left: 700, top: 260, ...size }], viewport)).toBeUndefined();
  });

  test("goes beside as many cards as there are, over none of them and not over its control", () => {
    const cards: Box[] = [{ ...at, top: 150 }];
    for (let turn = 0; turn < 2; turn += 1) {
      const aside = placeAside(at, [control, ...cards], viewport);
      expect(aside).toBeDefined();
      for (const other of [control, ...cards]) expect(overlaps(aside!, other)).toBe(false);
      expect(aside!.left + aside!.width).toBeLessThanOrEqual(viewport.width);
      expect(aside!.top + aside!.height).toBeLessThanOrEqual(viewport.height);
      cards.push(aside!);
    }
  });

  test("lies over another where the window has no room for both", () => {
    expect(placeAside(at, [control, at], { width: 640, height: 480 })).toBeUndefined();
  });
});

test("the tip points at the middle of the control and stays on the card", () => {
  const anchor = { left: 400, top: 400, width: 100, height: 30 };
  const below = { side: "below", left: 400, top: 440, ...size } as const;
  expect(tipOf(anchor, below)).toBe(44);
  expect(tipOf({ ...anchor, left: 0, width: 20 }, below)).toBe(14);
  expect(tipOf(anchor, { side: "right", left: 510, top: 400, ...size })).toBe(14);
});
