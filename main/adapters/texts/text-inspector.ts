import { Failure } from '../../contract/failure.ts';
import type { FileInspection, FileProblem } from '../../contract/files.ts';
import { readPdf } from '../../core/texts/read-pdf.ts';
import { readWordText } from '../../core/texts/read-word.ts';
import type { LaidOutText } from '../../core/texts/text-layout.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Inspector } from '../../world/pictures.ts';
import type { WordFiles } from '../../world/word-files.ts';
import { readPdfCharacters } from './read-pdf-words.ts';

/** A text is kept up to this many characters. */
const mostCharacters = 1_000_000;
/** PDFs over this are not opened. */
const mostBytes = 100_000_000;

type Words = Pick<FileInspection, 'text' | 'links' | 'layout' | 'pdf' | 'problem' | 'problemDetail'>;

const remembered = 50;
/** Characters; longer texts with their layout would fill the memory. */
const longestRemembered = 200_000;

/**
 * An inspector that also reads the words of Word files and, in the order in which people read them, of PDFs. All else is left to
 * the one that looks at files; a cancelled inspection throws the signal's reason; nothing else throws.
 */
export function createTextInspector(inner: Inspector, word: Pick<WordFiles, 'read'>): Inspector {
  const known = new Map<string, Words>();
  return {
    async inspect(file, path, depth, signal) {
      if (depth !== 'text') return inner.inspect(file, path, depth, signal);
      const identity = await inner.inspect(file, path, 'identity', signal);
      const isOurs = identity.type === 'docx' || identity.type === 'pdf';
      if (!isOurs || identity.problem !== undefined) {
        return identity.problem === undefined ? inner.inspect(file, path, depth, signal) : identity;
      }
      const key = `${identity.type}:${identity.sha256 ?? ''}`;
      const words = known.get(key) ?? (await readWords(file, identity, word, signal));
      known.delete(key);
      if ((words.text?.length ?? 0) <= longestRemembered) known.set(key, words);
      for (const oldest of known.keys()) {
        if (known.size <= remembered) break;
        known.delete(oldest);
      }
      return { ...identity, ...words };
    },
  };
}

const asWords = ({ text, links, layout }: LaidOutText): Words => ({
  text,
  links: links.map((link) => ({ ...link })),
  layout: {
    headings: layout.headings.map((one) => ({ ...one })),
    rows: layout.rows.map((one) => ({ ...one })),
    emphasis: layout.emphasis.map((one) => ({ ...one })),
  },
});

async function readWords(
  file: LocalFile,
  { type, sizeBytes }: FileInspection,
  word: Pick<WordFiles, 'read'>,
  signal: AbortSignal | undefined,
): Promise<Words> {
  try {
    if (type === 'docx') {
      const read = await word.read(file, signal ?? new AbortController().signal);
      return asWords(readWordText(read, mostCharacters));
    }
    if (sizeBytes > mostBytes) return { problem: 'too-large', problemDetail: `${sizeBytes} bytes` };
    const { count, pages } = await readPdfCharacters(file.absolutePath, mostCharacters, signal);
    if (count < 1) return { problem: 'damaged', problemDetail: 'no pages' };
    return { pdf: { pages: count }, ...asWords(readPdf(pages, mostCharacters)) };
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    const detail =
      error instanceof Failure ? error.text.zh : error instanceof Error ? error.message : String(error);
    return { problem: problemOf(error, detail), problemDetail: detail };
  }
}

/** What a refusal of the Word reader means for the file. */
const wordProblems: Readonly<Record<string, FileProblem>> = {
  'file-missing': 'missing',
  'unreadable-file': 'unreadable',
  'word-too-large': 'too-large',
  'word-encrypted': 'encrypted',
  'word-damaged': 'damaged',
  'not-a-word-file': 'damaged',
};

function problemOf(error: unknown, detail: string): FileProblem {
  if (error instanceof Failure) return wordProblems[error.code] ?? 'unsupported';
  if (/gave up|memory/i.test(detail)) return 'unsupported';
  return /password|security scheme/i.test(detail) ? 'encrypted' : 'damaged';
}
