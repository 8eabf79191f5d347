/** A value from a file must not steer the terminal. */
export const plain = (text: string): string =>
  text.replace(
    /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export const number = (value: number): string => value.toLocaleString("en-US");
