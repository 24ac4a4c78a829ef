import { readFile } from 'node:fs/promises';
import type { ContentType, InspectionDepth } from '../../contract/files.ts';
import type { LocalFile } from '../../world/local-file.ts';
import type { Inspector } from '../../world/pictures.ts';
import { hashFile } from '../disk/hash-file.ts';
import { PictureProblem, pictureSize } from './decode-picture.ts';
import { decodeText, mostCharacters, mostTextBytes } from './decode-text.ts';
import { isDecodedType } from './decoded-type.ts';
import { withFileWorker } from './file-workers.ts';
import type { LookedAtFile } from './file-jobs.ts';
import { FindingsMemory, type Findings } from './findings-memory.ts';
import { metadataOf } from './picture-metadata.ts';
import { asFileTrouble, FileTrouble, readEnds, readPart, statFile } from './read-file.ts';
import { measureHeif, readPdfText, scanHeif, scanPdf, scanPicture, sizeOfHeif } from './scan-pages.ts';
import { sniffType, typeOfName } from './sniff-type.ts';
import { untilAborted } from './until-aborted.ts';

/** Pictures and PDFs over this are not opened. */
const mostBytes = 100_000_000;
/** HEIC photographs over this are not opened: those of 50 million pixels take 30 MB, and the decoder holds several copies. */
const mostHeicBytes = 60_000_000;
/** Files over this are not even read to their end, which takes 4 s of the processor for so many bytes. */
const mostBytesAtAll = 1_000_000_000;
/** A PDF ends with this mark; readers look for it in the last bytes, after which some programs append more. */
const pdfEnd = '%%EOF';

/** What looking closer adds to a file's identity. */
type Closer = Partial<
  Pick<
    Findings,
    'metadata' | 'image' | 'size' | 'picture' | 'pdf' | 'pages' | 'text' | 'problem' | 'problemDetail'
  >
>;

/**
 * Looks at files (see Inspector). It remembers what it found by place, size, times and depth, so that looking again
 * at an unchanged file costs one `stat`; who asks for what another call is looking at waits for that. A cancelled inspection throws
 * the signal's reason; nothing else throws.
 */
export function createInspector(): Inspector {
  const memory = new FindingsMemory();
  const looking = new Map<string, Promise<unknown>>();

  async function lookOnce(
    key: string,
    look: () => Promise<Findings>,
    signal: AbortSignal | undefined,
  ): Promise<Findings> {
    for (let others = looking.get(key); others !== undefined; others = looking.get(key)) {
      await untilAborted(
        others.catch(() => undefined),
        signal,
      );
    }
    const known = memory.get(key);
    if (known !== undefined) return known;
    const found = look();
    looking.set(key, found);
    try {
      const findings = await found;
      memory.add(key, findings);
      return findings;
    } finally {
      looking.delete(key);
    }
  }

  return {
    async inspect(file, path, depth, signal) {
      signal?.throwIfAborted();
      const namedType = typeOfName(path);
      const named = { path, ...(namedType === undefined ? {} : { namedType }) };
      try {
        const { size, mtimeMs, ctimeMs, ino } = await statFile(file.absolutePath);
        const key = [file.absolutePath, size, mtimeMs, ctimeMs, ino, depth].join('\n');
        return { ...named, ...(await lookOnce(key, () => lookAt(file, size, depth, signal), signal)) };
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        const trouble = asFileTrouble(error);
        if (!(trouble instanceof FileTrouble)) throw trouble;
        return {
          ...named,
          sizeBytes: 0,
          type: 'unknown',
          problem: trouble.problem,
          problemDetail: trouble.message,
        };
      }
    },
  };
}

async function lookAt(
  file: LocalFile,
  sizeBytes: number,
  depth: InspectionDepth,
  signal: AbortSignal | undefined,
): Promise<Findings> {
  if (sizeBytes === 0)
    return {
      sizeBytes,
      sha256: (await hashFile(file.absolutePath)).sha256,
      type: 'unknown',
      problem: 'empty',
    };
  let gaveUp: PictureProblem | null = null;
  if (depth === 'picture' && sizeBytes <= mostBytes) {
    try {
      const looked = await lookInWorker(file.absolutePath, signal);
      if (!('isOther' in looked)) {
        const { identity, ...found } = looked;
        return { ...identity, ...('measured' in found ? found.measured : found) };
      }
    } catch (error) {
      if (!(error instanceof PictureProblem)) throw error;
      gaveUp = error;
    }
  }
  const { head, tail } = await readEnds(file.absolutePath, sizeBytes);
  const type = sniffType(head, tail);
  if (sizeBytes > mostBytesAtAll)
    return { sizeBytes, type, problem: 'too-large', problemDetail: `${sizeBytes} bytes` };
  const identity = { ...(await hashFile(file.absolutePath, signal)), type };
  if (depth === 'identity') return identity;
  try {
    if (gaveUp !== null) throw gaveUp;
    return { ...identity, ...(await lookCloser(file.absolutePath, sizeBytes, type, tail, depth, signal)) };
  } catch (error) {
    if (!(error instanceof PictureProblem)) throw error;
    return { ...identity, problem: error.problem, problemDetail: error.message };
  }
}

/** Looks at a picture in a worker. Throws PictureProblem where that had to be ended, and what the system says on reading. */
async function lookInWorker(path: string, signal: AbortSignal | undefined): Promise<LookedAtFile> {
  try {
    return await withFileWorker({ needsDecoder: false, signal }, (worker) => worker.lookAtFile({ path }));
  } catch (error) {
    if (signal?.aborted === true || !(error instanceof Error) || 'code' in error) throw error;
    throw new PictureProblem('unsupported', error.message);
  }
}

async function lookCloser(
  path: string,
  sizeBytes: number,
  type: ContentType,
  tail: Uint8Array,
  depth: Exclude<InspectionDepth, 'identity'>,
  signal: AbortSignal | undefined,
): Promise<Closer> {
  if (depth === 'text') return lookAtText(path, sizeBytes, type, signal);
  const isReadable = type === 'pdf' ? depth === 'scan' : type === 'heic' || isDecodedType(type);
  if (!isReadable) return { problem: 'unsupported' };
  const most = type === 'heic' ? mostHeicBytes : mostBytes;
  if (sizeBytes > most) throw new PictureProblem('too-large', `${sizeBytes} bytes`);
  if (type === 'pdf') {
    const { count, pages } = await scanPdf(path, signal);
    return { pdf: { pages: count }, pages: [...pages], ...(isCutOff(tail) ? cutOff : {}) };
  }
  if (type === 'heic') {
    if (depth === 'picture') return measureHeif(path, signal);
    if (depth === 'size') return { size: await sizeOfHeif(path, signal) };
    const { page, metadata } = await scanHeif(path, signal);
    return { image: page.measure, pages: [page], ...(metadata === undefined ? {} : { metadata }) };
  }
  if (!isDecodedType(type)) return { problem: 'unsupported' };
  const bytes = await readFile(path, signal === undefined ? {} : { signal });
  if (depth === 'size') return { size: await pictureSize(bytes, type) };
  const pages = await scanPicture(bytes, type, signal);
  const metadata = await metadataOf(bytes);
  return {
    image: pages[0]?.measure,
    pages: [...pages],
    ...(metadata === undefined ? {} : { metadata }),
  };
}

const cutOff = {
  problem: 'damaged',
  problemDetail: `no ${pdfEnd} at the end: the file was cut off`,
} as const;

const isCutOff = (tail: Uint8Array): boolean => !Buffer.from(tail).includes(pdfEnd);

async function lookAtText(
  path: string,
  sizeBytes: number,
  type: ContentType,
  signal: AbortSignal | undefined,
): Promise<Closer> {
  switch (type) {
    case 'text':
    case 'html': {
      const bytes = await readPart(path, 0, Math.min(sizeBytes, mostTextBytes));
      const text = decodeText(bytes, bytes.length === sizeBytes);
      return text === null ? { problem: 'unsupported', problemDetail: 'no known encoding' } : { text };
    }
    case 'pdf': {
      if (sizeBytes > mostBytes) throw new PictureProblem('too-large', `${sizeBytes} bytes`);
      const { count, text } = await readPdfText(path, mostCharacters, signal);
      return { pdf: { pages: count }, text };
    }
    // Word files are told by type; what they say is read where a letter or text is compared, not here.
    case 'docx':
      return {};
    default:
      return { problem: 'unsupported' };
  }
}
