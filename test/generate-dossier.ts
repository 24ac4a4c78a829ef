import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import type { DossierDocument } from '../main/contract/dossier.ts';
import { sameFileKey } from '../main/core/dossier/safe-file-name.ts';
import { writeDossier } from '../main/core/dossier/write-dossier.ts';
import { dossiers } from './core/dossier/generated-dossiers.ts';

/** A whole dossier as its folder holds it. */
export interface GeneratedDossier {
  readonly document: DossierDocument;
  /** Says `document`; with comments, a byte order mark or Windows line ends in some. */
  readonly yamlText: string;
  /** Path to bytes; no two paths are one and the same on a file system that ignores case. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** How many dossiers a round trip is tried on: `YINQI_TRIES` (`npm run test:roundtrips` sets 500), or 40 with all the other tests. */
export const roundTripTries = Number(process.env['YINQI_TRIES'] ?? 40);

const categories = [
  'general/other', 'finance/securities', 'shopping/e-commerce-platform', 'media/news', 'education/online-courses', 'ai/generative',
] as const; // prettier-ignore
const choices = fc.oneof(
  fc.record({
    platform: fc.constant('tencent-meeting'),
    track: fc.constantFrom('listing', 'search', 'showcase'),
    categories: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    platform: fc.constant('tencent-open-platform'),
    categories: fc.uniqueArray(fc.constantFrom('game', 'tool', 'e-commerce'), { minLength: 1, maxLength: 1 }),
  }),
);

/** A picture that decodes: one grey pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const names = fc.constantFrom(
  '营业执照', '材 料（正本）', '法定代表人-身份证', 'scan 1', 'café', 'cafe\u0301-decomposed', 'ÄÖÜß', '𠮷野家', '👩‍👧', 'a.b.c', '-n', '#1 100%', "it's",
  '很长的文件名'.repeat(9), 'x'.repeat(90), '2026-11-22',
); // prettier-ignore
const folders = fc.constantFrom('', 'documents/', 'assets/', '证照/2026年/', 'a/b/c/d/');
const endings = fc.constantFrom('.pdf', '.png', '.PNG', '.jpg', '.md', '.txt', '');
const bytes = fc.oneof(
  fc.constant(new Uint8Array(pixel)),
  fc.constant(new Uint8Array()),
  fc.constant(new TextEncoder().encode('# 隐私政策\n\n我们不收集任何信息。\n')),
  fc.uint8Array({ minLength: 1, maxLength: 400 }),
  fc.integer({ min: 0, max: 255 }).map((fill) => new Uint8Array(70_000).fill(fill)),
);
const file = fc
  .tuple(folders, names, endings, bytes)
  .map(([folder, name, ending, content]) => [`${folder}${name}${ending}`, content] as const);
const files = fc
  .uniqueArray(file, { maxLength: 6, selector: ([path]) => sameFileKey(path) })
  .map((all) => new Map(all));

/** The document with its papers among the files that there are; now and then one that is missing. */
function withFiles(document: DossierDocument, paths: readonly string[]): DossierDocument {
  const { documents: _documents, repairs: _repairs, company, app, ...rest } = document;
  const [first, second, third, fourth] = [...paths].sort();
  const given = {
    'business-licence': first ?? '还没有.pdf',
    ...(second === undefined || third === undefined ? {} : { 'identity-papers': [second, third] }),
  };
  const { logo: _companyLogo, ...ofCompany } = company ?? {};
  const { logo: _appLogo, previews: _previews, privacyPolicy: _policy, terms: _terms, ...ofApp } = app ?? {};
  return {
    ...rest,
    ...(company === undefined ? {} : { company: ofCompany }),
    ...(app === undefined
      ? {}
      : {
          app: {
            ...ofApp,
            ...(fourth === undefined ? {} : { logo: fourth, previews: { desktop: [first ?? fourth] } }),
          },
        }),
    documents: given,
  };
}

/** Ways in which people's editors leave the same text behind. */
const manners: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `# 我们的案卷\n${text}# 完\n`,
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
];

/** Dossiers that a user could have: a real platform and category, awkward texts in every field, papers with awkward names. */
export const generatedDossiers: fc.Arbitrary<GeneratedDossier> = fc
  .record({
    document: dossiers,
    choice: choices,
    id: fc.option(fc.stringMatching(/^[0-9a-z]{20}$/), { nil: undefined }),
    files,
    manner: fc.constantFrom(...manners),
  })
  .map(({ document, choice, id, files: all, manner }) => {
    const { id: _id, track: _track, ...rest } = document;
    const whole = withFiles({ ...rest, ...choice, ...(id === undefined ? {} : { id }) }, [...all.keys()]);
    return { document: whole, yamlText: manner(writeDossier(whole)), files: all };
  });

/** Writes the dossier as a folder, which is made. */
export async function writeDossierFolder(dossier: GeneratedDossier, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'dossier.yaml'), dossier.yamlText);
  for (const [path, content] of dossier.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}
