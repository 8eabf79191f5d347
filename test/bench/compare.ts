type Counts = Readonly<Record<string, number>>;

/**
 * Lines naming every kind on which the three do not agree; none when the answer is right. A kind that was not planted
 * follows from one that was (an enrollment at a closed school is also not at its class's): there two must agree.
 */
export const findDifferences = (planted: Counts, ours: Counts, obvious: Counts): string[] => {
  const kinds = new Set([...Object.keys(planted), ...Object.keys(ours), ...Object.keys(obvious)]);
  const lines: string[] = [];
  for (const kind of [...kinds].sort()) {
    const [found, peer] = [ours[kind] ?? 0, obvious[kind] ?? 0];
    const sown = planted[kind];
    if (found === peer && (sown === undefined || found === sown)) continue;
    lines.push(`${kind}: planted ${sown ?? "no number of its own"}, ours ${found}, obvious ${peer}`);
  }
  return lines;
};
