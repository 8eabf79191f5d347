export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Whether two panes' rows stand side by side, row beside row: the first, the middle and the last are level. */
export const areLevel = (ones: readonly Element[], others: readonly Element[]): boolean => {
  const count = ones.length;
  if (count !== others.length || count < 2) return false;
  return [0, Math.floor(count / 2), count - 1].every((at) => {
    const [a, b] = [boxOf(ones[at]!), boxOf(others[at]!)];
    const apart = a.right <= b.left + 2 || b.right <= a.left + 2;
    return apart && a.height > 0 && Math.abs(a.top - b.top) < 3 && Math.abs(a.bottom - b.bottom) < 6;
  });
};
