import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../pdf/read-pdf.ts';

/** A paragraph as Python's zipfile and XML parser see it, its number counted by the rules of ECMA-376. */
export interface SeenParagraph {
  readonly style: string;
  readonly number: string;
  /** With its number. */
  readonly text: string;
  readonly level: number | null;
  readonly inTable: boolean;
  readonly keepNext: boolean;
  readonly ruled: readonly string[];
  readonly bold: readonly string[];
  readonly tags: readonly string[];
}

/** What Python finds in a Word file. */
export interface SeenWord {
  /** References that lead nowhere. */
  readonly problems: readonly string[];
  readonly paragraphs: readonly SeenParagraph[];
  readonly styles: Readonly<Record<string, string>>;
  readonly fonts: Readonly<Record<string, string>>;
  readonly eastAsia: Readonly<Record<string, string | null>>;
  readonly firstLineChars: Readonly<Record<string, string | null>>;
  readonly numbering: readonly {
    readonly type: string;
    readonly levels: readonly (readonly [string, string, string | null, string | null])[];
  }[];
  readonly page: Readonly<Record<string, string>>;
  readonly core: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, string>>;
  readonly footer: string;
  readonly header: string;
  readonly locks: readonly string[];
  readonly times: readonly string[];
}

/** Reads Word files with Python and `unzip -t`; throws when either finds one damaged. */
export function readDocx(files: readonly Uint8Array[]): readonly SeenWord[] {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-docx-'));
  try {
    const paths = files.map((bytes, index) => {
      const path = join(folder, `${index}.docx`);
      writeFileSync(path, bytes);
      run('unzip', '-tq', path);
      return path;
    });
    // Safe: the script prints this shape.
    return JSON.parse(run('python3', join(import.meta.dirname, 'read-docx.py'), ...paths)) as SeenWord[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads one. */
export function readOneDocx(bytes: Uint8Array): SeenWord {
  const [seen] = readDocx([bytes]);
  if (seen === undefined) throw new Error('Python read nothing');
  return seen;
}
