import { parentPort } from "node:worker_threads";
import type { RangeRequest } from "../utils/table/range.ts";
import { answerRange } from "../utils/table/range-port.ts";
import { blobAt, type DiskPlace } from "./disk-blob.ts";

/** A blob of the disk crosses to another thread as its place; others as themselves. */
export type DiskRequest = Omit<RangeRequest, "blob"> & { blob: Blob | DiskPlace };

parentPort?.on("message", (request: DiskRequest) => {
  const { blob } = request;
  void answerRange({ ...request, blob: blob instanceof Blob ? blob : blobAt(blob) }, (answer, transfer) =>
    parentPort?.postMessage(answer, transfer),
  );
});
