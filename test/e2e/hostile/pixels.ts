import type { BrowserContext, Page } from "@playwright/test";

type Box = { left: number; top: number; right: number; bottom: number };

/** A picture of a part of what the person sees, as a data address. */
export const pictureOf = async (page: Page, { left, top, right, bottom }: Box): Promise<string> => {
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  return `data:image/png;base64,${(await page.screenshot({ clip })).toString("base64")}`;
};

/** The mean difference of two pictures' colours, 0 (the same) to 255. Measured in a tab that no page can reach into. */
export const differenceOf = async (context: BrowserContext, one: string, other: string): Promise<number> => {
  const page = await context.newPage();
  const difference = await page.evaluate(
    async (sources) => {
      const pixels = await Promise.all(
        sources.map(async (source) => {
          const image = await createImageBitmap(await (await fetch(source)).blob());
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d")!;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const [first, second] = pixels as [Uint8ClampedArray, Uint8ClampedArray];
      if (first.length !== second.length) return 255;
      return first.reduce((sum, value, at) => sum + Math.abs(value - second[at]!), 0) / first.length;
    },
    [one, other],
  );
  await page.close();
  return difference;
};
