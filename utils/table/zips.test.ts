import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import type { Opened } from "./open-package.ts";
import type { FileProblem } from "./table.ts";
import { openBeside, users, zeros, zip } from "./zip.fixture.ts";

const usersZip = () => zip({ "users.csv": strToU8(users), "orgs.csv": strToU8("sourcedId\no1\n") });

/** Positions of a 4-byte signature: local headers, directory entries, the end record. */
const find = (bytes: Uint8Array, signature: number): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) found.push(at);
  return found;
};
const local = 0x04034b50;
const central = 0x02014b50;
const end = 0x06054b50;
const patch = (bytes: Uint8Array, at: number, value: number, length: 2 | 4): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (length === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return bytes;
};
const encrypt = (bytes: Uint8Array, which: number[]): Uint8Array => {
  for (const index of which) {
    patch(bytes, find(bytes, local)[index]! + 6, 1, 2);
    patch(bytes, find(bytes, central)[index]! + 8, 1, 2);
  }
  return bytes;
};

const kinds = (opened: Opened[]) =>
  opened.map(({ file, problems }) => [file, problems.map(({ kind }) => kind)]);

describe("zips are read", () => {
  test("each file of one, in its order, by its path", async () => {
    const all = await openBeside("p.zip", usersZip());
    expect(kinds(all)).toEqual([
      ["p.zip/users.csv", []],
      ["p.zip/orgs.csv", []],
    ]);
    expect(all[0]!.table!.column("name")!.valueOf(0)).toBe("Zoë");
    expect(all[0]!.table!.file).toMatchObject({ name: "p.zip/users.csv", bytes: 31, lineEnding: "crlf" });
  });

  test("with stored entries, a folder inside, and what systems leave behind", async () => {
    const content = zip({
      "export/users.csv": [strToU8(users), { level: 0 }],
      "__MACOSX/export/._users.csv": strToU8("x"),
      "export/.DS_Store": strToU8("x"),
      "export/users.csv:Zone.Identifier": strToU8("[ZoneTransfer]"),
      "empty/": new Uint8Array(0),
    });
    const all = await openBeside("p.zip", content);
    expect(kinds(all)).toEqual([
      ["p.zip", ["system-files-in-package"]],
      ["p.zip/export/users.csv", []],
    ]);
    expect(all[0]!.problems).toMatchObject([
      {
        fatal: false,
        count: 3,
        args: { example: "__MACOSX/export/._users.csv" },
        places: [
          { value: "__MACOSX/export/._users.csv" },
          { value: "export/.DS_Store" },
          { value: "export/users.csv:Zone.Identifier" },
        ],
      },
    ]);
    expect(all[1]!.table!.rows).toBe(2);
  });

  test("past one megabyte, in small pieces, in another encoding", async () => {
    const text = `id,name\n${Array.from({ length: 120_000 }, (_, index) => `${index},José ${index % 99}\n`).join("")}`;
    const latin = new Uint8Array([...text].map((character) => character.charCodeAt(0)));
    const [opened] = await openBeside("p.zip", zip({ "a.csv": latin }), { pieceBytes: 5000 });
    expect(opened!.table!.file).toMatchObject({ rows: 120_000, encoding: "windows-1252" });
    expect(opened!.problems.map(({ kind }) => kind)).toEqual(["not-utf-8"]);
  });

  test("with a broken file among good ones", async () => {
    const all = await openBeside("p.zip", zip({ "a.csv": strToU8("%PDF-1.4"), "b.csv": strToU8(users) }));
    expect(kinds(all)).toEqual([
      ["p.zip/a.csv", ["wrong-file-type"]],
      ["p.zip/b.csv", []],
    ]);
  });
});

type Case = [title: string, make: () => Uint8Array, kind: FileProblem["kind"], args: object, file?: string];

const refused: Case[] = [
  ["cut in its directory", () => usersZip().slice(0, -40), "truncated-zip", {}],
  ["cut in its middle", () => usersZip().slice(0, 60), "truncated-zip", {}],
  [
    "without its beginning",
    () => new Uint8Array([0x50, 0x4b, 3, 4, ...usersZip().slice(100)]),
    "truncated-zip",
    {},
    "*",
  ],
  [
    "with a password",
    () => encrypt(usersZip(), [0, 1]),
    "encrypted-file",
    { found: "a zip with a password" },
  ],
  ["with a password on one file", () => encrypt(usersZip(), [0]), "encrypted-file", {}, "p.zip/users.csv"],
  ["that is empty", () => zip({}), "empty-file", {}],
  [
    "within a zip",
    () => zip({ "in.zip": zip({ "a.csv": strToU8(users) }) }),
    "zip-in-zip",
    {},
    "p.zip/in.zip",
  ],
  ["with a path upwards", () => zip({ "../a.csv": strToU8(users) }), "unsafe-zip", { because: "path" }],
  ["with an absolute path", () => zip({ "/etc/a.csv": strToU8(users) }), "unsafe-zip", { because: "path" }],
  [
    "with a Windows path upwards",
    () => zip({ "x\\..\\..\\a.csv": strToU8(users) }),
    "unsafe-zip",
    { because: "path" },
  ],
  ["with a drive letter", () => zip({ "C:a.csv": strToU8(users) }), "unsafe-zip", { because: "path" }],
  [
    "of too many files",
    () =>
      zip(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.csv`, strToU8("a\n1\n")]))),
    "unsafe-zip",
    { because: "entries", count: 201, limit: 200 },
  ],
  ["that is a bomb", () => zip({ "a.csv": zeros(8) }), "unsafe-zip", { because: "ratio" }, "p.zip/a.csv"],
  [
    "whose directory understates a size",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 24, 10, 4);
    },
    "unsafe-zip",
    { because: "size" },
    "p.zip/users.csv",
  ],
  [
    "whose directory overstates a size",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 24, 1000, 4);
    },
    "truncated-zip",
    { because: "checksum" },
    "p.zip/users.csv",
  ],
  [
    "with another checksum",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 16, 12345, 4);
    },
    "truncated-zip",
    { because: "checksum" },
    "p.zip/users.csv",
  ],
  [
    "with damaged data",
    () => {
      const bytes = usersZip();
      bytes.fill(0xff, find(bytes, local)[0]! + 40, find(bytes, local)[0]! + 48);
      return bytes;
    },
    "truncated-zip",
    {},
    "p.zip/users.csv",
  ],
  [
    "with a method nobody reads",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, central)[0]! + 10, 12, 2);
    },
    "unsafe-zip",
    { because: "method" },
    "p.zip/users.csv",
  ],
  [
    "in zip64",
    () => {
      const bytes = usersZip();
      return patch(bytes, find(bytes, end)[0]! + 16, 0xffffffff, 4);
    },
    "unsafe-zip",
    { because: "zip64" },
  ],
];

describe("zips are refused", () => {
  test.each(refused)("%s", async (_, make, kind, args, file = "p.zip") => {
    const all = await openBeside("p.zip", make());
    const wrong = all.find(({ problems }) => problems.length > 0);
    if (file !== "*") expect(wrong!.file).toBe(file);
    expect(wrong!.table).toBeUndefined();
    expect(wrong!.problems).toMatchObject([{ kind, fatal: true, args }]);
    // The other file of the package, where the zip could be opened at all.
    if (file === "p.zip/users.csv") expect(all[1]!.table!.rows).toBe(1);
  });

  test("past the bytes they may unpack to, all files together", async () => {
    const random = () => {
      const bytes = new Uint8Array(700_000);
      for (let at = 0; at < bytes.length; at++)
        bytes[at] = at % 11 === 0 ? 10 : 97 + (((at * 7919) >> 5) % 26);
      return bytes;
    };
    const all = await openBeside("p.zip", zip({ "a.csv": random(), "b.csv": random() }), {
      maxBytes: 1024 * 1024,
    });
    expect(all[0]!.problems).toEqual([]);
    expect(all[1]!.problems).toMatchObject([
      { kind: "file-too-large", fatal: true, args: { limit: "1 MB" } },
    ]);
  });
});
