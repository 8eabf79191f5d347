import { parseArgs } from "node:util";
import { startPortal } from "./server.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    feed: { type: "string" },
    clock: { type: "string" },
    state: { type: "string" },
  },
});

const { url } = await startPortal({
  port: Number(values.port),
  ...(values.feed === undefined ? {} : { feedFolder: values.feed }),
  ...(values.clock === undefined ? {} : { clock: values.clock }),
  ...(values.state === undefined ? {} : { stateFile: values.state }),
});
console.log(`The demo portal runs at ${url}`);
