import { compareLines } from '../core/letters/compare-lines.ts';

/** A version of some wording, and the file it stands in. */
interface Source {
  readonly origin: 'app' | 'team';
}

/** The lines that two versions of some wording differ in, with how many were added and removed from the older to the newer. */
export async function compareSources<S extends Source>(
  older: S,
  newer: S,
  look: { read(source: S): Promise<string>; versionOf(source: S): Promise<string> },
) {
  const [one, other] = await Promise.all([look.read(older), look.read(newer)]);
  const lines = compareLines(one, other);
  const count = (kind: 'added' | 'removed'): number => lines.filter((line) => line.kind === kind).length;
  const refOf = async (source: S) => ({ version: await look.versionOf(source), origin: source.origin });
  return {
    from: await refOf(older),
    to: await refOf(newer),
    added: count('added'),
    removed: count('removed'),
    lines: lines.map((line) => ({ ...line })),
  };
}
