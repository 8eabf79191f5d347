/** Texts remembered of one question; a page of more is begun anew. */
const most = 10_000;
const longest = 60;

/** The same question, asked once a text: most cells of a roster say what others have said, and all of them at the next look. */
export const rememberAnswers = <T>(answer: (text: string) => T): ((text: string) => T) => {
  const answers = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return answer(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const given = answer(text);
    if (answers.size >= most) answers.clear();
    answers.set(text, given);
    return given;
  };
};
