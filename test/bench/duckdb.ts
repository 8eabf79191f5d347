import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { addCounts, type CountRow, checkSteps, type Step } from "./duckdb-sql.ts";
import type { Ready } from "./node-contender.ts";

/** As much of @duckdb/node-api as is used; it is no dependency of ours. */
type NodeApi = {
  DuckDBInstance: {
    create: (
      path: string,
      options: Record<string, string>,
    ) => Promise<{ connect: () => Promise<Connection> }>;
  };
};
type Connection = {
  runAndReadAll: (sql: string) => Promise<{ getRowObjectsJS: () => CountRow[] }>;
};

/** Native DuckDB in memory, with so many threads or as many as it takes by itself. `packages` is a node_modules folder. */
export const openDuckdb = async (packages: string, threads: number | undefined): Promise<Ready> => {
  const entry = createRequire(join(packages, "resolver.js")).resolve("@duckdb/node-api");
  const { DuckDBInstance } = (await import(pathToFileURL(entry).href)) as NodeApi;
  const options: Record<string, string> = threads === undefined ? {} : { threads: String(threads) };
  const connection = await (await DuckDBInstance.create(":memory:", options)).connect();
  const run = async (steps: readonly Step[]) => {
    const answered: CountRow[] = [];
    for (const { sql, counts } of steps) {
      const result = await connection.runAndReadAll(sql);
      if (counts) answered.push(...result.getRowObjectsJS());
    }
    return addCounts(answered);
  };
  return {
    check: async (paths) => ({ ok: true, ...(await run(checkSteps(paths))) }),
    warmUp: () => run([{ sql: "SELECT 1 AS one", counts: false }]),
  };
};
