import { parseArgs } from "node:util";
import { type Peer, type Place, peers, placeOfPeer, places, type Start } from "./answer.ts";
import { isSizeName, type SizeName } from "./sizes.ts";
import { isVariant, type VariantName, variants } from "./variants.ts";

export type Options = {
  sizes: SizeName[];
  runs: number | undefined;
  json: boolean;
  start: Start;
  places: Place[];
  peers: Peer[];
  /** Storing and comparing are measured instead of the check alone. */
  store: boolean;
  /** The set against these variants of it is measured instead. */
  variants: VariantName[];
};

export const usage = `npm run -s bench -- [--size S|M|L|XL]... [--in chromium|node|both] [--runs N] [--json]

  --size   a set to measure, repeatable; S and M when none is given (S 11 MB, M 109 MB, L 952 MB, XL 5.6 GB)
  --in     where: in a worker in Chromium, in Node, or both; both when not given
  --runs   measured runs of each side; 3 when not given, 1 at L and XL
  --cold   where nothing has run before; else each side has checked a small package first, as the extension's
           worker does while a page is open on which files are chosen
  --peers  engines with the same checks in SQL, by commas: duckdb (one thread), duckdb-threads, duckdb-wasm
  --store  instead: check, store the roster, compare it with the last one, read classes back (Chromium)
  --variant  instead: ours over a set against ours over the same set with every field quoted (quoted), UUIDs as ids (uuid),
           rows in no order (shuffled), three wrong values in every enrollment (faulty), every class a dangling reference
           (dangling), every key wrong in a way of its own (keys); by commas, or all; M in Node when no more is given
  --json   one line of JSON a set and place instead of a table`;

type Read = Options | { problem: string } | { help: true };

const isPeer = (word: string): word is Peer => (peers as readonly string[]).includes(word);

/** The command line, or one sentence saying what is wrong with it. */
export const readOptions = (words: readonly string[]): Read => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        size: { type: "string", multiple: true },
        in: { type: "string" },
        runs: { type: "string" },
        cold: { type: "boolean", default: false },
        peers: { type: "string", default: "" },
        store: { type: "boolean", default: false },
        variant: { type: "string", default: "" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { help: true };
    const varied = values.variant === "all" ? [...variants] : values.variant.split(",").filter(Boolean);
    const strange = varied.find((name) => !isVariant(name));
    if (strange !== undefined) {
      return { problem: `--variant takes ${variants.join(", ")} or all, not "${strange}".` };
    }
    if (varied.length > 0 && (values.store || values.peers !== "")) {
      return { problem: "--variant is measured alone: leave out --store and --peers." };
    }
    const sizes = values.size ?? (varied.length > 0 ? ["M"] : ["S", "M"]);
    const wrong = sizes.find((size) => !isSizeName(size));
    if (wrong !== undefined) return { problem: `There is no set "${wrong}": --size takes S, M, L or XL.` };
    const within = values.in ?? (varied.length > 0 ? "node" : "both");
    const where = places.filter((place) => within === "both" || within === place);
    if (where.length === 0) return { problem: `--in takes chromium, node or both, not "${within}".` };
    const runs = values.runs === undefined ? undefined : Number(values.runs);
    if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1 && runs <= 99)) {
      return { problem: `--runs takes a whole number from 1 to 99, not "${values.runs}".` };
    }
    const named = values.peers.split(",").filter(Boolean);
    const unknown = named.find((peer) => !isPeer(peer));
    if (unknown !== undefined) return { problem: `--peers takes ${peers.join(", ")}, not "${unknown}".` };
    const wanted = named.filter(isPeer);
    const elsewhere = wanted.find((peer) => !where.includes(placeOfPeer(peer)));
    if (elsewhere !== undefined) {
      return { problem: `${elsewhere} runs in ${placeOfPeer(elsewhere)} only: add --in both.` };
    }
    if (values.store && !where.includes("chromium")) {
      return { problem: "--store is measured in Chromium, where rosters are stored: leave out --in." };
    }
    return {
      sizes: sizes.filter(isSizeName),
      runs,
      json: values.json,
      start: values.cold ? "cold" : "warm",
      places: where,
      peers: wanted,
      store: values.store,
      variants: varied.filter(isVariant),
    };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};
