/** Positions cut by the number of their school, in order within each: school n has `positions[from[n] .. from[n + 1])`. */
export type Groups = { positions: Uint32Array; from: Uint32Array };

/** `schools`: by position the number of its school, below `count`. */
export const groupPositions = (schools: Uint32Array, count: number): Groups => {
  const from = new Uint32Array(count + 1);
  for (const school of schools) from[school + 1] = (from[school + 1] as number) + 1;
  for (let school = 0; school < count; school++)
    from[school + 1] = (from[school + 1] as number) + (from[school] as number);
  const next = from.slice();
  const positions = new Uint32Array(schools.length);
  for (let position = 0; position < schools.length; position++) {
    const school = schools[position] as number;
    const at = next[school] as number;
    positions[at] = position;
    next[school] = at + 1;
  }
  return { positions, from };
};

/** Numbers texts in the order in which they come. */
export const numberTexts = (): { of: (text: string) => number; texts: readonly string[] } => {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    texts,
    of: (text) => {
      let number = numbers.get(text);
      if (number === undefined) {
        number = texts.length;
        numbers.set(text, number);
        texts.push(text);
      }
      return number;
    },
  };
};
