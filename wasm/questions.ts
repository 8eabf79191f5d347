import { askedEndsAt, askedHashesAt, askedRowsAt, askedSlotsAt, askedStartsAt, bytesAt } from "./layout";

/** The hash of a value, as `hashBytes` of `utils/table/bytes.ts` makes it. */
// @ts-ignore: decorator
@inline
function hashOf(start: i32, length: i32): i32 {
  let hash = length;
  let at = start;
  const end = start + length;
  for (const until = end - 3; at < until; at += 4) {
    hash = (hash ^ load<i32>(at)) * 0x85ebca6b;
    hash ^= <i32>((<u32>hash) >> 15);
  }
  for (; at < end; at++) hash = (hash ^ <i32>load<u8>(at)) * 0x85ebca6b;
  hash = (hash ^ <i32>((<u32>hash) >> 16)) * 0xc2b2ae35;
  return hash ^ <i32>((<u32>hash) >> 13);
}

/** Notes what is asked: the value of a row, and the slot that waits for its code (0 for none). */
// @ts-ignore: decorator
@inline
export function ask(question: i32, row: i32, slot: i32, start: i32, length: i32): void {
  store<i32>(askedRowsAt + question * 4, row);
  store<i32>(askedSlotsAt + question * 4, slot);
  store<i32>(askedStartsAt + question * 4, start - bytesAt);
  store<i32>(askedEndsAt + question * 4, start - bytesAt + length);
  store<i32>(askedHashesAt + question * 4, hashOf(start, length));
}
