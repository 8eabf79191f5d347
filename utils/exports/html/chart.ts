import { formatCount, html, type Markup } from "./markup.ts";

export type Bar = { label: string; faults: number; warnings: number };

const width = 460;
const row = 26;
const left = 170;
const right = 60;
const labelLength = 23;

const cut = (text: string): string => {
  const letters = [...text];
  return letters.length > labelLength ? `${letters.slice(0, labelLength - 1).join("")}…` : text;
};

/**
 * Faults and warnings as stacked bars. The numbers stand beside it in a table, so to a screen reader it is one image with
 * a title. Warnings are hatched as well as coloured: paper and eyes may not tell the colours apart.
 */
export const drawBars = (id: string, title: string, bars: readonly Bar[]): Markup | undefined => {
  const most = Math.max(0, ...bars.map(({ faults, warnings }) => faults + warnings));
  if (most === 0) return undefined;
  const scale = (value: number) => Math.round(((width - left - right) * value * 10) / most) / 10;
  const drawn = bars.map(({ label, faults, warnings }, at) => {
    const y = at * row + 4;
    const [wide, wider] = [scale(faults), scale(warnings)];
    return html`<text x="${left - 8}" y="${y + 13}" text-anchor="end">${cut(label)}</text>
<rect class="bar-fault" x="${left}" y="${y}" width="${wide}" height="${row - 8}"/>
<rect fill="url(#${id}-hatch)" class="bar-warning" x="${left + wide}" y="${y}" width="${wider}" height="${row - 8}"/>
<text x="${left + wide + wider + 6}" y="${y + 13}">${formatCount(faults + warnings)}</text>
`;
  });
  return html`<svg role="img" aria-labelledby="${id}-title" viewBox="0 0 ${width} ${bars.length * row + 4}">
<title id="${id}-title">${title}. The table has the same numbers.</title>
<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2" height="6"/></pattern></defs>
${drawn}</svg>
<p class="legend" aria-hidden="true"><span class="key key-fault"></span> faults <span class="key key-warning"></span> warnings</p>`;
};
