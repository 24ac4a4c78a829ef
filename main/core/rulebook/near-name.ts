/** Edits (insert, remove, replace, swap neighbours) between two short words. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const above = rows[i - 1] ?? [];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

const isPartOf = (word: string, name: string): boolean =>
  word.length >= 3 && (name.includes(word) || (word.includes(name) && name.length >= 3));

/** The names most like a mistyped word, nearest first, at most `count`; empty when none is near. */
export function nearNames(word: string, names: Iterable<string>, count = 3): readonly string[] {
  const wanted = word.slice(0, 100).toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(names)]
    .filter((name) => name !== word)
    .map((name) => {
      const lower = name.toLowerCase();
      const edits = distance(wanted, lower);
      return { name, edits, near: edits <= allowed || isPartOf(wanted, lower) };
    })
    .filter((one) => one.near)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map((one) => one.name);
}
