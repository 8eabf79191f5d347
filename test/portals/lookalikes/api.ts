import type { IncomingMessage, ServerResponse } from "node:http";
import type { LookalikePage } from "./page.ts";
import { saveSheet } from "./save-sheet.ts";
import { applyEdit, type PageState, UnknownEdit } from "./state.ts";

type Call = { page: LookalikePage; state: PageState; operation: string; address: URL };

const readValues = async (request: IncomingMessage, address: URL): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const values = new URLSearchParams(address.searchParams);
  for (const [name, value] of new URLSearchParams(Buffer.concat(chunks).toString("utf8")))
    values.append(name, value);
  return values;
};

const sendJson = (response: ServerResponse, data: unknown, status = 200) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(data));
};

/** Rows of one list as a paged grid asks for them: draw, start, length, search (DataTables); page, size (Tabulator). */
const listPeople = ({ state }: Call, values: URLSearchParams) => {
  const words = (values.get("search[value]") ?? values.get("q") ?? "").toLowerCase();
  const all = state.people.filter(({ list }) => list === (values.get("list") ?? "class"));
  const found = all.filter((one) => `${one.first} ${one.last} ${one.id}`.toLowerCase().includes(words));
  const length = Number(values.get("length") ?? values.get("size") ?? 20);
  const start = Number(values.get("start") ?? (Number(values.get("page") ?? 1) - 1) * length);
  return {
    draw: Number(values.get("draw") ?? 0),
    recordsTotal: all.length,
    recordsFiltered: found.length,
    last_page: Math.ceil(found.length / length),
    last_row: found.length,
    data: found.slice(start, start + length),
  };
};

/** Answers what the pages ask for; edits go by POST and, as in real portals, by GET too. */
export const answerApi = async (request: IncomingMessage, response: ServerResponse, call: Call) => {
  const { page, state, operation, address } = call;
  const values = await readValues(request, address);
  const back = (): void => {
    response.writeHead(303, { location: `/${page.slug}/` });
    response.end();
  };
  try {
    if (operation === "list") return sendJson(response, listPeople(call, values));
    if (operation === "act") {
      state.acted.push({ at: Date.now(), action: values.get("action") ?? "" });
      return sendJson(response, { acted: state.acted });
    }
    if (operation === "sheet") {
      saveSheet(state, values, Date.now());
      return back();
    }
    const saved = applyEdit(state, operation, values, Date.now());
    return values.get("next") === "back" ? back() : sendJson(response, saved);
  } catch (error) {
    if (!(error instanceof UnknownEdit)) throw error;
    return sendJson(response, { problem: error.message }, 422);
  }
};
