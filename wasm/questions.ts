import { askedRowsAt, askedSlotsAt } from "./layout";

/** Notes what is asked: the value of a row, and the slot that waits for its code (0 for none). */
// @ts-ignore: decorator
@inline
export function ask(question: i32, row: i32, slot: i32): void {
  store<i32>(askedRowsAt + question * 4, row);
  store<i32>(askedSlotsAt + question * 4, slot);
}
