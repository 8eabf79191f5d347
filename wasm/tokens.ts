import { setUniform } from "./cells";
import { asked, askedRowsAt, bytesAt, codesAt, endsAt, hashesAt, moreBitsAt, startsAt } from "./layout";
import { ask } from "./questions";
import { columns } from "./rows";

const leastToken: i32 = 11;
const mostToken: i32 = 255;

/** The bytes of tokens: - . / 0-9, @ A-Z, a-z and _. */
// @ts-ignore: decorator
@inline
function tokenMarks(at: i32): i32 {
  const bytes = v128.load(at);
  return i8x16.bitmask(
    v128.or(
      v128.or(
        i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x2d)), i8x16.splat(0x0c)),
        i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x40)), i8x16.splat(0x1a)),
      ),
      v128.or(
        i8x16.le_u(i8x16.sub(bytes, i8x16.splat(0x61)), i8x16.splat(0x19)),
        i8x16.eq(bytes, i8x16.splat(0x5f)),
      ),
    ),
  );
}

// @ts-ignore: decorator
@inline
function isToken(start: i32, length: i32): bool {
  if (length < leastToken || length > mostToken) return false;
  let offset = 0;
  for (; length - offset > 16; offset += 16) if (tokenMarks(start + offset) != 0xffff) return false;
  const wanted = (1 << (length - offset)) - 1;
  return (tokenMarks(start + offset) & wanted) == wanted;
}

/**
 * The hashes of a column's tokens, at `hashesAt` and `moreBitsAt`, as `putToken` makes them. Tokens are question 0, which is
 * asked by the first (its row is -1 where there is none); each other cell is a question of its own. Returns how many.
 */
export function hashTokens(column: i32, rows: i32): i32 {
  const starts = startsAt + column * 4;
  const ends = endsAt + column * 4;
  const apart = columns * 4;
  let questions = 1;
  let firstToken = -1;
  for (let row = 0; row < rows; row++) {
    const start = bytesAt + load<i32>(starts + row * apart);
    const end = bytesAt + load<i32>(ends + row * apart);
    if (!isToken(start, end - start)) {
      store<u32>(codesAt + row * 4, asked | questions);
      ask(questions++, row, 0, start, end - start);
      continue;
    }
    if (firstToken < 0) firstToken = row;
    let one = end - start;
    let other = one ^ 0x5bd1e995;
    const last = end - 4;
    for (let at = start; at < last; at += 4) {
      const word = load<i32>(at);
      one = (one ^ word) * 0x85ebca6b;
      one ^= <i32>((<u32>one) >> 15);
      other = rotl<i32>((other + word) * 0xc2b2ae35, 13);
    }
    const word = load<i32>(last);
    one = (one ^ word) * 0x85ebca6b;
    other = ((other + word) ^ <i32>((<u32>other) >> 16)) * 0xcc9e2d51;
    store<i32>(hashesAt + row * 4, one ^ <i32>((<u32>one) >> 13));
    store<u8>(moreBitsAt + row, other ^ <i32>((<u32>other) >> 15));
    store<u32>(codesAt + row * 4, asked);
  }
  if (firstToken < 0) store<i32>(askedRowsAt, -1);
  else {
    const start = bytesAt + load<i32>(starts + firstToken * apart);
    ask(0, firstToken, 0, start, bytesAt + load<i32>(ends + firstToken * apart) - start);
  }
  setUniform(questions == 1);
  return questions;
}
