import type { DossierDocument } from '../../contract/dossier.ts';

/** One line of a manifest. */
export interface HashedPath {
  /** Relative to the bag's folder, forward slashes, NFC. */
  readonly path: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** bagit.txt of RFC 8493, section 2.1.1. */
export const bagitTxt = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** The label in bag-info.txt that tells a draft: `yes` or `no`. */
export const draftLabel = 'Yinqi-Draft';

/** The label in bag-info.txt of a redacted bundle, whose value is `yes`; others have no such line. */
export const redactedLabel = 'Yinqi-Redacted';

/** A manifest or tag manifest of RFC 8493, sections 2.1.3 and 2.2.1: LF, in the order of the paths' code units. */
export function manifestTxt(entries: readonly HashedPath[]): string {
  return [...entries]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${encodeManifestPath(path)}\n`)
    .join('');
}

/** Percent-encodes CR, LF and the percent sign, and only those (RFC 8493, section 2.1.3). */
export function encodeManifestPath(path: string): string {
  return path.replace(/[\r\n%]/g, (sign) => encodeURIComponent(sign));
}

/** bag-info.txt of RFC 8493, section 2.2.2. `date` is `YYYY-MM-DD`; the payload is measured in bytes. */
export function bagInfoTxt(facts: {
  readonly document: DossierDocument;
  readonly platformTitle: string;
  readonly date: string;
  readonly isDraft: boolean;
  readonly isRedacted?: boolean | undefined;
  readonly software: { readonly name: string; readonly version: string };
  readonly payload: { readonly sizeBytes: number; readonly files: number };
}): string {
  const { document, payload } = facts;
  const app = document.app?.name ?? '';
  const description = `${facts.platformTitle}申请材料${app === '' ? '' : `：${app}`}${facts.isDraft ? '（草稿，不可提交）' : ''}${facts.isRedacted === true ? '（脱敏版，不可提交）' : ''}`;
  const lines: readonly (readonly [label: string, value: string | undefined])[] = [
    ['Bag-Software-Agent', `${facts.software.name} ${facts.software.version}`],
    ['Bagging-Date', facts.date],
    ['External-Description', description],
    ['External-Identifier', document.id],
    ['Payload-Oxum', `${payload.sizeBytes}.${payload.files}`],
    ['Source-Organization', document.company?.name],
    [draftLabel, facts.isDraft ? 'yes' : 'no'],
    [redactedLabel, facts.isRedacted === true ? 'yes' : undefined],
  ];
  return lines
    .map(([label, value]) => [label, oneLine(value ?? '')] as const)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value}\n`)
    .join('');
}

/** A line break inside a value would read as the next element. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\u2028\u2029\s]+/gu, ' ').trim();
}
