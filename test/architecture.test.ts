import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { laws, pureRooms, roomOf } from "./architecture-law.ts";

const root = join(import.meta.dirname, "..");
const files = globSync(
  [
    "utils/**/*.{ts,tsx}",
    "components/**/*.{ts,tsx}",
    "workers/**/*.ts",
    "entrypoints/**/*.{ts,tsx}",
    "bin/**/*.ts",
  ],
  { cwd: root },
).map((file) => file.split(sep).join("/"));
const sources = files.filter((file) => !/\.test\.tsx?$/.test(file));

/** Specifiers a file imports, static and dynamic; `typeOnly` marks `import type` statements. */
const importsOf = (file: string): { specifier: string; typeOnly: boolean }[] => {
  const text = readFileSync(join(root, file), "utf8");
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^"';]*?from\s*["']([^"']+)["']/g),
  ].map((match) => ({ specifier: match[2]!, typeOnly: match[1] !== undefined }));
  const bare = [
    ...text.matchAll(/(?:^|\n)\s*import\s*["']([^"']+)["']/g),
    ...text.matchAll(/import\(\s*["']([^"']+)["']/g),
  ];
  return [...found, ...bare.map((match) => ({ specifier: match[1]!, typeOnly: false }))];
};

const targetOf = (file: string, specifier: string): string =>
  relative(root, normalize(join(root, dirname(file), specifier.replace(/\?.*$/, ""))))
    .split(sep)
    .join("/");

describe("the one law of imports", () => {
  it("reads a tree that has files and imports, so that it cannot pass on nothing", () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(100);
  });

  it("knows every room", () => {
    const unknown = sources.filter((file) => laws[roomOf(file)] === undefined);
    expect(
      unknown,
      "Give these files' folder a line in test/architecture-law.ts (and in docs/architecture.md).",
    ).toEqual([]);
  });

  it.each(Object.keys(laws))("%s imports only what its line allows", (room) => {
    const law = laws[room]!;
    const broken = sources
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        importsOf(file).flatMap(({ specifier, typeOnly }) => {
          if (!specifier.startsWith(".")) {
            const name = specifier.startsWith("@")
              ? specifier.split("/").slice(0, 2).join("/")
              : specifier.split("/")[0]!;
            return law.packages.includes(name) || (typeOnly && law.typePackages?.includes(name))
              ? []
              : [`${file} imports ${specifier}`];
          }
          const target = roomOf(targetOf(file, specifier));
          if (target === room || law.rooms.includes(target)) return [];
          if (typeOnly && law.types?.includes(target)) return [];
          return [`${file} imports ${targetOf(file, specifier)}`];
        }),
      );
    expect(
      broken,
      `${room}: ${law.because} Move the code to the room that may, or pass what is needed as an argument.`,
    ).toEqual([]);
  });

  it("lets nobody import an entrypoint", () => {
    const broken = sources.flatMap((file) =>
      importsOf(file)
        .filter(({ specifier }) => specifier.startsWith("."))
        .map(({ specifier }) => targetOf(file, specifier))
        .filter((target) => target.startsWith("entrypoints/") && dirname(target) !== dirname(file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

describe("the pure rooms", () => {
  it("read no clock, no chance and no environment", () => {
    const impure = sources
      .filter((file) => pureRooms.includes(roomOf(file)))
      .flatMap((file) =>
        [
          ...readFileSync(join(root, file), "utf8").matchAll(
            /Date\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.now/g,
          ),
        ].map((match) => `${file}: ${match[0]}`),
      );
    expect(impure, "Take the clock, the calendar or a random id as an argument.").toEqual([]);
  });

  it("are all compiled without the DOM", () => {
    const core = readFileSync(join(root, "tsconfig.core.json"), "utf8");
    for (const room of pureRooms) expect(core).toContain(`"utils/${room}/**/*.ts"`);
  });
});

describe("the house", () => {
  it("has no file above 300 lines", () => {
    const everything = globSync(
      ["{utils,components,workers,entrypoints,bin,scripts,test}/**/*.{ts,tsx,mjs,css}"],
      { cwd: root },
    );
    const long = everything
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long, "Which concern inside wants a file of its own?").toEqual([]);
  });

  it("never turns text into markup or code", () => {
    const unsafe = sources.flatMap((file) =>
      [
        ...readFileSync(join(root, file), "utf8").matchAll(
          /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc\s*=|new Function\(|\beval\(|setAttribute\(\s*["']on/g,
        ),
      ].map((match) => `${file}: ${match[0]}`),
    );
    expect(unsafe, "A roster name must never become code: set textContent, or build elements.").toEqual([]);
  });

  it("sends nothing from a page", () => {
    const leaks = sources
      .filter((file) => ["page", "portal.content"].includes(roomOf(file)))
      .flatMap((file) =>
        [
          ...readFileSync(join(root, file), "utf8").matchAll(
            /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|new Image\(/g,
          ),
        ].map((match) => `${file}: ${match[0]}`),
      );
    expect(leaks, "A content script is not bound by connect-src 'none'.").toEqual([]);
  });
});
