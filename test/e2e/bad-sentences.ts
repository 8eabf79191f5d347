/** What a person is told of each broken input of `test/district/bad-inputs.ts`, wherever the file was chosen. */
export const sentences: [file: string, sentence: RegExp][] = [
  ["bomb.zip", /users\.csv was not opened because it unpacks to more than 200 times its size/],
  ["duplicate-headers.csv", /more than one column with the same name: givenName/],
  ["empty.csv", /is empty: not even a header row/],
  ["encrypted.zip", /protected by a password/],
  ["header-only.csv", /has a header and no rows/],
  ["huge-cell.csv", /never closes|longer than/],
  ["lfs-pointer.csv", /is a Git LFS pointer/],
  ["nul.csv", /holds bytes of zero/],
  ["pdf-renamed.csv", /is a PDF document, not a table/],
  ["protected.xlsx", /protected by a password/],
  ["proto-header.csv", /column name that programs use for themselves: __proto__/],
  ["semicolon.csv", /separates its columns by semicolons/],
  ["truncated.zip", /zip whose end is missing/],
  ["unclosed-quote.csv", /quotation mark that opens and never closes.*line 50/],
  ["utf-16.csv", /written in utf-16le/i],
  ["windows-1252.csv", /written in windows-1252/i],
];
