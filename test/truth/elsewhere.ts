/** Rules whose faults no made package has: why, and the test that raises each instead. */
export const elsewhere: Readonly<Record<string, { because: string; test: string }>> = {
  "cell-too-long": {
    because: "it takes a cell of over a megabyte",
    test: "utils/table/bad-input.test.ts",
  },
  "encrypted-file": { because: "nothing here encrypts", test: "utils/table/zips.test.ts" },
  "file-changed": {
    because: "a file that changes while it is read is no file to write",
    test: "utils/table/following.test.ts",
  },
  "file-too-large": { because: "it takes hundreds of megabytes", test: "utils/table/zips.test.ts" },
  "files-of-different-days": {
    because: "when a file was written is not in its bytes",
    test: "utils/checks/rules/upload.test.ts",
  },
  "folder-in-zip": { because: "packages are written as folders, not zips", test: "test/catalogue.test.ts" },
  "system-files-in-package": {
    because: "the command line passes over hidden files",
    test: "utils/table/zips.test.ts",
  },
  "truncated-zip": { because: "packages are written as folders, not zips", test: "utils/table/zips.test.ts" },
  "unreadable-workbook": {
    because: "it takes a workbook without its sheets",
    test: "utils/table/workbook-limits.test.ts",
  },
  "unsafe-zip": { because: "packages are written as folders, not zips", test: "utils/table/zips.test.ts" },
  "value-too-long": {
    because: "no format states a greatest length",
    test: "test/catalogue.test.ts",
  },
  "zip-in-zip": { because: "packages are written as folders, not zips", test: "utils/table/zips.test.ts" },
};
