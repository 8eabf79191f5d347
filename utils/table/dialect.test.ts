import { expect, test } from "vitest";
import { detectDialect } from "./dialect.ts";

test.each([
  ["commas", "a,b\n1,2\n", ",", "lf"],
  ["semicolons", "a;b;c\n1;2,5;3\n", ";", "lf"],
  ["tabs", "a\tb\r\n1\t2\r\n", "\t", "crlf"],
  ["pipes", "a|b\r1|2\r", "|", "cr"],
  ["one column", "a\n1\n2\n", ",", "lf"],
  ["a header only", "a,b", ",", "none"],
  ["a line break of another kind within quotes", '"a\nb",c\r\n1,2\r\n', ",", "crlf"],
  ["carriage returns within quotes", '"a\rb",c\n1,2\n', ",", "lf"],
  ["a delimiter of another kind within quotes", 'a,b\n"1;2;3",4\n"5;6;7",8\n', ",", "lf"],
])("%s", (_, text, delimiter, lineEnding) => {
  expect(detectDialect(text, true)).toMatchObject({ delimiter, lineEnding });
});

test("a last row cut short does not speak against its delimiter", () => {
  const row = "a|b,c|d,e|f\r\n";
  for (let cut = 1; cut < row.length; cut++) {
    const dialect = detectDialect(row.repeat(3) + row.slice(0, cut), false);
    expect(dialect).toEqual({
      delimiter: detectDialect(row.repeat(4), true).delimiter,
      newline: "\r\n",
      lineEnding: "crlf",
    });
  }
});
