import { shortHash } from './page-code.ts';

/** The lines of a template's front matter, fences included, and of its wording. Expects a source that `parseTemplate` takes. */
export function splitSource(source: string): {
  readonly front: readonly string[];
  readonly wording: readonly string[];
} {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---');
  return { front: lines.slice(0, end + 1), wording: lines.slice(end + 1) };
}

/** The wording of a template's source. */
export function wordingOfSource(source: string): string {
  return splitSource(source).wording.join('\n');
}

/** Names the state of a template by its text: 8 hexadecimal characters. Line ends do not count. */
export function templateHash(source: string): string {
  const { front, wording } = splitSource(source);
  return shortHash([...front, ...wording].join('\n').trimEnd(), 8);
}

/** The next version for a changed wording: 1.2.3 becomes 1.3.0, 1.2 becomes 1.3, 2 becomes 2.1; a word behind it goes. */
export function nextMinorVersion(version: string): string {
  const [major = '0', minor = '0', ...rest] = (version.split('-')[0] ?? '').split('.');
  return [major, Number(minor) + 1, ...rest.map(() => 0)].join('.');
}

/** A front matter with another version, all else as it is written. */
export function withVersion(front: readonly string[], version: string): readonly string[] {
  const isPlain = /^\d+\.\d+\.\d+$/.test(version);
  return front.map((line) =>
    /^version\s*:/.test(line) ? `version: ${isPlain ? version : `'${version}'`}` : line,
  );
}
