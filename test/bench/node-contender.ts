import type { Answer, Contender, Peer, Start } from "./answer.ts";

/** A version ready to run in this process: `check` may be called several times. */
export type Ready = { check: (paths: readonly string[]) => Promise<Answer>; warmUp: () => Promise<unknown> };

/** A version's code is loaded here and not before, so that what it weighs is in the measured memory. */
export const loadContender = async (name: Contender | Peer, packages: string): Promise<Ready> => {
  if (name === "duckdb" || name === "duckdb-threads") {
    const { openDuckdb } = await import("./duckdb.ts");
    return openDuckdb(packages, name === "duckdb" ? 1 : undefined);
  }
  const { makeWarmUpFiles, warmUpRounds } = await import("../../workers/warm-up.ts");
  const warmUpFiles = makeWarmUpFiles();
  const repeat = async (work: () => Promise<unknown>) => {
    for (let round = 0; round < warmUpRounds; round++) await work();
  };
  const { openFiles } = await import("./open-files.ts");
  if (name === "ours") {
    const { checkOurs } = await import("./ours.ts");
    const { helpInThread } = await import("../../bin/range-helper.ts");
    const now = () => performance.now();
    return {
      check: async (paths) => ({
        ok: true,
        ...(await checkOurs(await openFiles(paths), now, helpInThread())),
      }),
      warmUp: () => repeat(() => checkOurs(warmUpFiles, now)),
    };
  }
  const { checkObvious } = await import("./obvious.ts");
  return {
    check: async (paths) => {
      const { rows, counts } = await checkObvious(await openFiles(paths));
      return { ok: true, rows, counts };
    },
    warmUp: () => repeat(() => checkObvious(warmUpFiles)),
  };
};

/** What a Node process under measurement is told, as JSON in its first argument. */
export type NodeOrder = { name: Contender | Peer; start: Start; paths: string[]; packages: string };
