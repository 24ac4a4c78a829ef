import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Failure } from '../../contract/failure.ts';
import { historyEntrySchema, type HistoryEntry } from '../../contract/history.ts';
import { plainParsing } from '../../contract/plain-parsing.ts';

/** Where a dossier's folder keeps its history, below the folder. */
export const historyPath = '.yinqi/history.jsonl';

/** A history as it is kept: entries, oldest first, and texts by their SHA-256. */
export interface KeptHistory {
  readonly entries: readonly HistoryEntry[];
  readonly texts: ReadonlyMap<string, string>;
}

const lineSchema = z.union([
  z.strictObject({ entry: historyEntrySchema }),
  /** `masked`: numbers of people were erased from it; the hash is that of the text as it was. */
  z.strictObject({ text: z.string(), sha256: z.string(), masked: z.literal(true).optional() }),
]);

/** Lower-case hex of the SHA-256 of a text. */
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The lines that add an entry to a history: first the texts, by their hashes, that are not there yet, then the entry; each ends in LF. */
export function linesOf(
  entry: HistoryEntry,
  texts: ReadonlyMap<string, string>,
  isThere: (sha256: string) => boolean,
): string {
  const lines = [...texts]
    .filter(([sha256]) => !isThere(sha256))
    .map(([sha256, text]) =>
      JSON.stringify({ sha256, text, ...(textHash(text) === sha256 ? {} : { masked: true }) }),
    );
  return [...lines, JSON.stringify({ entry })].map((line) => `${line}\n`).join('');
}

/** The whole history as JSON lines, each text before the first entry that names it. */
export function writeHistory({ entries, texts }: KeptHistory): string {
  const written = new Set<string>();
  return entries
    .map((entry) => {
      const lines = linesOf(entry, textsNamed(entry, texts), (sha256) => written.has(sha256));
      for (const sha256 of textsOf(entry)) written.add(sha256);
      return lines;
    })
    .join('');
}

/** The hashes of the texts that an entry names. */
export const textsOf = ({ kept, letters, batch }: HistoryEntry): readonly string[] => [
  ...Object.values(kept),
  ...(batch === undefined ? [] : [batch.files]),
  ...letters.flatMap(({ text }) => text ?? []),
];

/** The texts that an entry names, by their hashes; those that are not there are left out. */
export const textsNamed = (
  entry: HistoryEntry,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    textsOf(entry).flatMap((sha256) => {
      const text = texts.get(sha256);
      return text === undefined ? [] : [[sha256, text] as const];
    }),
  );

/** Texts by their hashes. */
export const byHash = (texts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(texts.map((text) => [textHash(text), text]));

/** Reads a history. Throws `history-damaged`, naming `file` and the line, for what is none, was altered or is incomplete. */
export function readHistory(content: string, file: string): KeptHistory {
  const entries: HistoryEntry[] = [];
  const texts = new Map<string, string>();
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (read === null) throw historyDamaged(file, index + 1);
    if ('entry' in read) {
      if (textsOf(read.entry).some((sha256) => !texts.has(sha256))) throw historyDamaged(file, index + 1);
      if (!entries.some(({ id }) => id === read.entry.id)) entries.push(read.entry);
    } else {
      if (read.masked !== true && textHash(read.text) !== read.sha256) throw historyDamaged(file, index + 1);
      texts.set(read.sha256, read.text);
    }
  }
  return { entries, texts };
}

function readLine(line: string): z.infer<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(line), plainParsing).data ?? null;
  } catch {
    // No JSON: the caller names the line.
    return null;
  }
}

/** The failure of a history that cannot be read; `line` from 1, 0 where a text is gone. */
export const historyDamaged = (file: string, line: number): Failure =>
  new Failure(
    'history-damaged',
    {
      zh: `历史记录「${file}」${line === 0 ? '缺少内容' : `第 ${line} 行无法识别，或被改动过`}`,
      en: `The history “${file}” ${line === 0 ? 'lacks a text' : `cannot be understood at line ${line}, or was altered`}`,
    },
    {
      zh: '请从备份或版本库恢复这个文件；不需要以前的记录时，也可以把它移走',
      en: 'Restore the file from a backup or version control; it can be moved away where the record is not needed',
    },
  );
