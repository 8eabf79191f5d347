import { Writable } from "node:stream";
import { describe, expect, test } from "vitest";
import { commands } from "./commands.ts";
import { dispatch } from "./dispatch.ts";

const run = async (words: string[]) => {
  const ran = { out: "", err: "" };
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      ran.out += String(chunk);
      done();
    },
  });
  const stderr = { write: (text: string) => (ran.err += text) };
  const code = await dispatch(words, {
    root: import.meta.dirname,
    version: "1.2.3",
    stdout,
    stderr,
    say: (sentence) => stderr.write(`${sentence}\n`),
  });
  return { code, ...ran };
};

describe("dispatch", () => {
  test.each([[["--help"]], [["-h"]], [["help"]]])("%j lists every command", async (words) => {
    const { code, out, err } = await run(words);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const [name, { summary }] of Object.entries(commands))
      expect(out).toMatch(new RegExp(`rosterguard ${name} +${summary}`));
  });

  test.each(Object.keys(commands))("%s explains how it is called", async (name) => {
    const ways = [
      [name, "--help"],
      ["help", name],
      [name, "x", "-h"],
    ];
    const told = await Promise.all(ways.map(run));
    for (const { code, out, err } of told) {
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toBe(told[0]?.out);
    }
    expect(told[0]?.out).toMatch(new RegExp(`^rosterguard ${name} [A-Z]`));
  });

  test.each([
    ["nothing", [], "No command was given."],
    ["a command misspelt", ["chekc"], 'There is no command "chekc"; did you mean "check"?'],
    ["a command that is none", ["frobnicate"], 'There is no command "frobnicate"; the commands are check'],
    ["a name every object has", ["constructor"], 'There is no command "constructor"'],
    ["an option of a command that is none", ["check", "x", "--foo"], "'--foo'"],
    ["help with a value", ["check", "x", "--help=yes"], "'-h, --help'"],
  ])(
    "%s is wrong usage: exit 2, nothing on stdout, one sentence and where to read on",
    async (_, words, sentence) => {
      const { code, out, err } = await run(words);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(sentence);
      expect(err.trimEnd().split("\n").length).toBeGreaterThan(1);
    },
  );

  test("after -- a word is a path, also one that asks for help", async () => {
    const { code, err } = await run(["check", "--", "--help"]);
    expect(code).toBe(3);
    expect(err).toBe("Cannot read --help: it does not exist.\n");
  });

  test("tells its version", async () => {
    expect(await run(["--version"])).toEqual({ code: 0, out: "rosterguard 1.2.3\n", err: "" });
  });
});
