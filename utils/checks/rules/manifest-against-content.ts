import { fileModes, manifestRoles, manifestRoles12 } from "../../formats/oneroster-vocabulary.ts";
import { linesOfManifest } from "../../formats/read-manifest.ts";
import { needFile } from "../needs.ts";
import type { CheckContext, Raised, Rule } from "../rule.ts";

type Problem =
  | "absent-but-there"
  | "named-but-gone"
  | "mode-unknown"
  | "not-named"
  | "version"
  | "manifest-version";

type Raise = (
  problem: Problem,
  property: string,
  about: string,
  value: string,
  more?: Partial<Raised>,
  expected?: string,
) => Raised;

/** Findings name the manifest's own line, where it has one for the property. */
const raiser = (context: CheckContext): Raise => {
  const manifest = context.files.get("manifest");
  const file = manifest?.table.file.name ?? "manifest.csv";
  const lines = linesOfManifest(manifest);
  return (problem, property, about, value, more = {}, expected = "") => {
    const line = lines.get(property);
    return {
      count: 1,
      args: { file, problem, about, value, expected },
      places: [{ file, ...(line !== undefined && { line }), column: "value", value, related: about }],
      ...more,
    };
  };
};

/** What manifest.csv says against what the package holds. */
export const rule: Rule = {
  id: "manifest-against-content",
  outcome: "fault",
  consequence: "file-refused",
  whoCanFix: "sis-vendor",
  source: "IMS OneRoster 1.1 CSV tables, manifest.csv",
  certain: true,
  formats: ["cli-engage", "oneroster-1.1", "oneroster-1.2"],
  needs: (context) => (context.manifest === undefined ? { kind: "no-manifest" } : undefined),
  *check(context) {
    const { manifest } = context;
    if (manifest === undefined) return;
    const raise = raiser(context);
    const { version: expected } = context.format.id === "oneroster-1.2" ? context.format : { version: "1.1" };
    for (const role of expected === "1.2" ? [...manifestRoles, ...manifestRoles12] : manifestRoles) {
      const mode = manifest.get(role);
      const file = context.files.get(role);
      const fileName = file?.table.file.name ?? `${role}.csv`;
      if (mode === undefined || mode === "") {
        if (file !== undefined) yield raise("not-named", role, fileName, "", { outcome: "warning" });
      } else if (!fileModes.some((known) => known === mode)) {
        yield raise("mode-unknown", role, fileName, mode);
      } else if (mode === "absent" && file !== undefined) {
        // Without rows nothing contradicts the manifest but the file itself.
        const empty = file.table.rows === 0;
        yield raise(
          "absent-but-there",
          role,
          fileName,
          mode,
          empty ? { outcome: "warning", consequence: "none" } : {},
        );
      } else if (mode !== "absent" && file === undefined && isGone(context, role)) {
        yield raise("named-but-gone", role, fileName, mode);
      }
    }
    const version = manifest.get("oneroster.version");
    if (version !== undefined && version !== expected)
      yield raise("version", "oneroster.version", "oneroster.version", version, {}, expected);
    const own = manifest.get("manifest.version");
    if (own !== undefined && own !== "1.0") {
      yield raise("manifest-version", "manifest.version", "manifest.version", own, {
        outcome: "note",
        consequence: "none",
      });
    }
  },
};

const isGone = (context: CheckContext, role: string): boolean =>
  needFile(context, role)?.kind === "file-missing";
