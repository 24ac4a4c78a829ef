import type { DossierDocument } from '../../../main/contract/dossier.ts';
import { closeBag } from '../../../main/core/bundle/close-bag.ts';
import { makePayload } from '../../../main/core/bundle/make-payload.ts';
import { planBundle } from '../../../main/core/bundle/plan-bundle.ts';
import { isReadWhole } from '../../../main/core/bundle/judge-bag.ts';
import { verifyBundle } from '../../../main/core/bundle/verify-bundle.ts';
import type { JudgedReport } from '../../../main/core/review/judged-report.ts';
import {
  bytesOf,
  document as exampleDocument,
  inspections,
  reportWith,
  rulebook,
  sha256,
} from './example.ts';

export const top = 'yinqi-样例';

/** Every file of the example's bag by its path inside the bag, dossier.yaml and tag files with it. */
export function exampleBag(
  report: JudgedReport = reportWith(),
  draft = false,
  document: DossierDocument = exampleDocument,
): Map<string, Uint8Array> {
  const generator = { name: 'Yinqi 印齐', version: '0.1.0' };
  const contents = planBundle({ document, report, rulebook, inspections });
  const checklist = Buffer.from('%PDF-1.7 checklist');
  const payload = makePayload({
    document,
    report,
    rulebook,
    contents,
    checklist,
    draft,
    date: '2026-11-22',
    generator,
  });
  const files = new Map<string, Uint8Array>(
    payload.map(({ path, content }) => [
      path,
      content instanceof Uint8Array ? content : bytesOf(content.from),
    ]),
  );
  files.set('dossier.yaml', Buffer.from('schema: yinqi/dossier@1\n'));
  const tags = closeBag(
    new Map([...files].map(([path, bytes]) => [path, { sha256: sha256(bytes), sizeBytes: bytes.length }])),
    { document, platformTitle: '腾讯会议开放平台', date: '2026-11-22', isDraft: draft, software: generator },
  );
  for (const { path, content } of tags) files.set(path, content);
  return files;
}

/** Makes the tag manifest, and with `payload` the manifest too, agree with changed files: a forger's work. */
export function resign(files: Map<string, Uint8Array>, which: 'tags' | 'payload'): void {
  const lines = (paths: readonly string[]) =>
    Buffer.from(paths.map((path) => `${sha256(files.get(path) ?? '')}  ${path}\n`).join(''));
  const paths = [...files.keys()];
  if (which === 'payload')
    files.set('manifest-sha256.txt', lines(paths.filter((path) => path.startsWith('data/'))));
  files.set(
    'tagmanifest-sha256.txt',
    lines(paths.filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest'))),
  );
}

/** Verifies files as if they had been unpacked from a zip. */
export function verify(files: ReadonlyMap<string, Uint8Array>, folder = top) {
  const named = [...files].map(([path, bytes]) => [`${folder}/${path}`, bytes] as const);
  return verifyBundle({
    entries: named.map(([name, bytes]) => ({
      name,
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      refused: null,
    })),
    kept: new Map(named.filter(([name]) => isReadWhole(name))),
  });
}
