/** Whether `length` bytes at both places are equal. Reads up to 15 bytes more. */
// @ts-ignore: decorator
@inline
export function isSame(one: i32, other: i32, length: i32): bool {
  let offset = 0;
  for (; length - offset > 16; offset += 16) {
    if (v128.any_true(v128.xor(v128.load(one + offset), v128.load(other + offset)))) return false;
  }
  const differing = i8x16.bitmask(i8x16.ne(v128.load(one + offset), v128.load(other + offset)));
  return (differing & ((1 << (length - offset)) - 1)) == 0;
}

/** Copies `length` bytes, and up to 15 more. */
// @ts-ignore: decorator
@inline
export function copy(to: i32, from: i32, length: i32): void {
  for (let offset = 0; offset < length; offset += 16) v128.store(to + offset, v128.load(from + offset));
}
