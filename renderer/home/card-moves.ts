/** The card that an arrow key, Home or End leads to from another in a grid; null where the key leads nowhere. */
export function cardAfterKey(key: string, index: number, columns: number, count: number): number | null {
  const target = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    ArrowDown: index + columns,
    ArrowUp: index - columns,
    Home: 0,
    End: count - 1,
  }[key];
  if (target === undefined || target < 0 || target >= count || target === index) return null;
  return target;
}
