// What the benchmark uses of duckdb-wasm, which is installed by hand and only for a comparison.
declare module "@duckdb/duckdb-wasm" {
  export class VoidLogger {}
  export const DuckDBDataProtocol: { BROWSER_FILEREADER: number };
  export type Connection = {
    query: (sql: string) => Promise<{ toArray: () => { toJSON: () => Record<string, unknown> }[] }>;
  };
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(module: string): Promise<unknown>;
    open(config: { query: { castBigIntToDouble: boolean } }): Promise<void>;
    registerFileHandle(name: string, file: File, protocol: number, direct: boolean): Promise<void>;
    connect(): Promise<Connection>;
  }
}
