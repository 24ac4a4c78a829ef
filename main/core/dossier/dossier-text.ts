import { Failure } from '../../contract/failure.ts';

/** A dossier.yaml may be at most this large. */
export const maxDossierBytes = 5_000_000;

/** Refuses a dossier.yaml of more than 5 MB before it is read: `dossier-syntax`. */
export function requireDossierSize(sizeBytes: number, fileName: string): void {
  if (sizeBytes <= maxDossierBytes) return;
  throw new Failure(
    'dossier-syntax',
    {
      zh: `${fileName} 有 ${(sizeBytes / 1e6).toFixed(1)} MB，案卷文件最大 5 MB`,
      en: `${fileName} is ${(sizeBytes / 1e6).toFixed(1)} MB; a dossier file may be at most 5 MB`,
    },
    {
      zh: '请确认没有选错文件；长篇内容请另存为文件，在案卷中写它的路径',
      en: 'Check that it is the right file; keep long texts in files of their own and name them in the dossier',
    },
  );
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/**
 * The text of a dossier.yaml from its bytes, byte order mark and line ends as they are. Throws `dossier-syntax` for
 * one that is too large, not UTF-8 or binary, and names the line.
 */
export function decodeDossierText(bytes: Uint8Array, fileName: string): string {
  requireDossierSize(bytes.length, fileName);
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // ignoreBOM keeps the mark in the text.
  const text = isUtf16 ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const damaged = isUtf16 ? 0 : firstUndecodable(bytes, text);
  if (damaged !== null) {
    const line = lineOf(text, damaged);
    throw new Failure(
      'dossier-syntax',
      {
        zh: `${fileName} 第 ${line} 行：文件不是 UTF-8 编码${isUtf16 ? '（是 UTF-16）' : ''}，无法读取其中的文字`,
        en: `${fileName}, line ${line}: the file is not UTF-8${isUtf16 ? ' but UTF-16' : ''}, so its text cannot be read`,
      },
      {
        zh: '请用记事本等编辑器打开，选择「另存为」，编码选「UTF-8」',
        en: 'Open it in an editor and save it with the encoding UTF-8',
      },
    );
  }
  return text;
}

/** Where decoding had to put a replacement character that the bytes do not spell out; null where nowhere. */
function firstUndecodable(bytes: Uint8Array, text: string): number | null {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return null;
  } catch {
    const offset = text.indexOf('\uFFFD');
    return Math.max(offset, 0);
  }
}
