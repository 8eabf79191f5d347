import { formats } from "../utils/formats/index.ts";
import { systems } from "../utils/reconcile/receivers.ts";

export const checkHelp = `rosterguard check PATH...

PATH is a folder (its .csv, .zip and .xlsx files), a .zip, a .xlsx workbook, or .csv files.

  --format ID              ${["auto", ...formats.map(({ id }) => id)].join(", ")}
                           (auto, the default: told from headers and names)
  --system ID              the receiver whose rules judge the files: ${systems.join(", ")}
  --policy FILE            the LEA's policy (JSON): identifier lengths, column mapping, metadata columns
  --previous PATH          the last file, to tell what changes; may be repeated for loose .csv files
  --page FILE.json         a roster read from a portal's page, to tell what changes there
  --mode partial|complete  complete: students not in the file are made inactive
  --date YYYY-MM-DD        the day the check is made for (default: today)
  --output FORM            text (the default), json (follows docs/report.schema.json), sarif (code scanning),
                           junit (CI), csv (the rows with findings, and what is wrong with them), html (one page)
  --out FILE               write the report to FILE instead of printing it
  --all-rows               with --output csv: rows without findings too
  --show-names             sarif, junit and html with the files' values in clear; without it only their shape
  --quiet                  no progress and no last line on stderr
  --fail-on fault|warning|never
                           what makes the exit code 1 (default: fault)

Exit code: 0 accepted, 1 rejected, 2 wrong usage, 3 something could not be read or the fault is ours.
`;
