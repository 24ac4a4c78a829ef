/** Case, hyphens, underscores and blanks do not make a word another one. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_ ]/g, '');

/** Edits that turn one word into another: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    const above = rows[row - 1] ?? [];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      let best = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    rows.push(current);
  }
  return rows[from.length]?.[to.length] ?? Infinity;
}

const isPartOf = (word: string, name: string): boolean =>
  word.length >= 3 && (name.includes(word) || (word.includes(name) && name.length >= 3));

/** How far each name is from a word, in edits; `isNear` allows one edit in three letters. */
function compare(word: string, names: Iterable<string>) {
  const wanted = plain(word.slice(0, 100));
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(names)].map((name) => {
    const other = plain(name);
    const edits = editDistance(wanted, other);
    return { name, edits, isNear: edits <= allowed && edits < other.length, isPart: isPartOf(wanted, other) };
  });
}

/** The name that a mistyped word most likely meant; undefined where none is near, the first of equally near ones. */
export function nearName(word: string, names: Iterable<string>): string | undefined {
  if (plain(word).length > 60) return undefined;
  const near = compare(word, names).filter((one) => one.isNear);
  return near.toSorted((a, b) => a.edits - b.edits)[0]?.name;
}

/** The names most like a word, or that contain it, nearest first, at most `count`; empty when none is near. */
export function nearNames(word: string, names: Iterable<string>, count = 3): readonly string[] {
  return compare(word, names)
    .filter((one) => one.name !== word && (one.isNear || one.isPart))
    .toSorted((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map((one) => one.name);
}
