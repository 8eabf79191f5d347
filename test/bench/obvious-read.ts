import Papa from "papaparse";

export type Row = Record<string, string>;

const chunkLength = 1_000_000;

type Listener = (value?: unknown) => void;

/**
 * Streams a file through Papa Parse a megabyte at a time as objects by header; at most one chunk of rows is held. Papa
 * Parse's own File streaming cuts characters at chunk borders, so the text comes from one streaming decoder, through the
 * readable-stream door. Throws what reading the file throws.
 */
export const readRows = async (file: Blob, onRow: (row: Row, line: number) => void): Promise<number> => {
  const listeners = new Map<string, Listener>();
  const readable = {
    readable: true,
    read: () => null,
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    removeListener: (event: string) => listeners.delete(event),
    pause: () => undefined,
    resume: () => undefined,
  };
  let rows = 0;
  const finished = new Promise<void>((resolve, reject) => {
    Papa.parse<Row>(readable as unknown as File, {
      header: true,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) {
          rows += 1;
          onRow(row, rows + 1);
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  const decoder = new TextDecoder("utf-8");
  let text = "";
  for await (const bytes of file.stream()) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length < chunkLength) continue;
    listeners.get("data")?.(text);
    text = "";
  }
  listeners.get("data")?.(text + decoder.decode());
  listeners.get("end")?.();
  await finished;
  return rows;
};
