/**
 * Puts values in a sentence: "{who} by {day}". A missing value is our own fault and throws with its name. A value that
 * ends with a full stop ("2:00 a.m.") takes the place of the sentence's own.
 */
export const fillWords = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence "${sentence}" needs a value for {${name}}.`);
    const text = String(value);
    return text.endsWith(".") ? text : text + stop;
  });

/** The names of the values a sentence needs, sorted; the languages of one sentence must agree on them. */
export const holesOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""))].sort();
