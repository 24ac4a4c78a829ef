import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { BenchLetter } from './bench-letter.ts';

const withoutBlanks = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** What is wrong with a PDF that should be this letter on two pages, as pdftotext reads it; null for nothing. */
export function faultOf(
  bytes: Uint8Array,
  { title, paragraphs, signature }: BenchLetter,
  path: string,
): string | null {
  writeFileSync(path, bytes);
  const info = spawnSync('pdfinfo', [path], { encoding: 'utf8' });
  const pages = Number(/^Pages: +(\d+)$/m.exec(info.stdout)?.[1] ?? 0);
  if (pages !== 2) return `${pages} pages`;
  const text = withoutBlanks(spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' }).stdout);
  // Page numbers and the like may stand between: the words must be there, one after the other.
  let at = 0;
  for (const character of withoutBlanks([title, ...paragraphs].join(''))) {
    const found = text.indexOf(character, at);
    if (found < 0) return `no “${character}” after “${text.slice(at - 20, at)}”`;
    at = found + character.length;
  }
  // The parts of a signature block may stand side by side.
  const missing = signature.find((line) => !text.includes(withoutBlanks(line)));
  return missing === undefined ? null : `no “${missing}”`;
}
