import { createHash } from 'node:crypto';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { PageCode } from '../../contract/files.ts';

const prefix = 'YINQI1';

/** The text inside a page's machine-readable code: `YINQI1/<dossier>/<letter>/<revision>/<page>/<pages>`. */
export function formatPageCode(code: PageCode): string {
  return [prefix, code.dossier, code.letter, code.revision, code.page, code.pages].join('/');
}

/** Reads the text of a page code; null for any other code. */
export function parsePageCode(text: string): PageCode | null {
  const match = /^YINQI1\/([0-9a-z-]{1,40})\/([a-z0-9-]{1,60})\/([0-9a-z]{4,16})\/(\d{1,3})\/(\d{1,3})$/.exec(
    text,
  );
  if (match === null) return null;
  const [, dossier = '', letter = '', revision = '', page = '', pages = ''] = match;
  const found = { dossier, letter, revision, page: Number(page), pages: Number(pages) };
  return found.page >= 1 && found.page <= found.pages ? found : null;
}

/** Lower-case hex of the SHA-256 of a text, cut to `length` characters. */
export function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, length);
}

/** The dossier's name in page codes: the first 10 characters of its id, or derived from company and app where it has none. */
export function dossierCode(document: DossierDocument): string {
  if (document.id !== undefined) return document.id.slice(0, 10);
  return shortHash([document.platform, document.company?.uscc, document.app?.name].join('\n'), 10);
}
