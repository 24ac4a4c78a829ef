import type { DossierDocument } from '../../contract/dossier.ts';
import { entryName } from './entry-name.ts';

/** The tag file that has the hash of every other one, and so tells the bag from any other (RFC 8493, 2.2.1). */
export const tagManifestPath = 'tagmanifest-sha256.txt';

/** The names that a bundle goes by. */
export interface BundleNames {
  /** The one folder inside the zip, at most 80 characters. */
  readonly bag: string;
  /** The file name offered for the zip. */
  readonly zip: string;
}

/** Names a bundle after app, company and date (`YYYY-MM-DD`); a draft says 草稿 in both names, a redacted one 脱敏. */
export function bundleNames(
  document: DossierDocument,
  date: string,
  isDraft: boolean,
  isRedacted = false,
): BundleNames {
  const app = entryName(document.app?.name ?? '', 24, '未命名应用');
  const company = entryName(document.company?.name ?? '', 30, '');
  const bag = [
    'yinqi',
    app,
    ...(company === '' ? [] : [company]),
    ...(isDraft ? ['草稿'] : []),
    ...(isRedacted ? ['脱敏'] : []),
  ].join('-');
  return { bag, zip: `${bag}-${date.replaceAll('-', '')}.zip` };
}
