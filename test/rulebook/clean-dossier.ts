import type { DossierDocument, FactAnswer } from '../../main/contract/dossier.ts';
import type { FileInspection } from '../../main/contract/files.ts';
import type { LetterState } from '../../main/core/letters/letter-state.ts';
import type { Fact } from '../../main/contract/rulebook.ts';
import { isAttestationRule, isCheckRule } from '../../main/core/rulebook/rule-kinds.ts';
import { usedFiles } from '../../main/core/dossier/fields.ts';
import { dossierWith } from './example-subject.ts';
import { loadRulebook } from './load-rulebook.ts';

/** What was measured on a sound file of a clean dossier, by the field that holds it. */
function soundFile(path: string, field: string, sequence: number): FileInspection {
  const [widthPx, heightPx] = field.endsWith('logo')
    ? [128, 128]
    : field === 'app.previews.desktop'
      ? [1920, 1080]
      : field === 'app.previews.mobile'
        ? [750, 1628]
        : [1654, 2339];
  const measure = {
    widthPx,
    heightPx,
    frames: 1,
    hasAlpha: false,
    pixelSha256: `pixels-${sequence}`,
    colouredShare: 0.1,
    redShare: 0.02,
    contrast: 50,
  };
  const type = path.endsWith('.png') ? 'png' : 'jpeg';
  const letter = /(publishing-commitment|authorisation-letter)$/.exec(field)?.[1];
  const code =
    letter === undefined
      ? {}
      : { code: { dossier: 'abc', letter, revision: 'r1r1', page: 1, pages: 1 }, rotated: 0 };
  return {
    path,
    sizeBytes: 12_000,
    sha256: `sha-${sequence}`,
    type,
    namedType: type,
    image: measure,
    ...(field.startsWith('documents.') ? { pages: [{ index: 0, hasText: false, measure, ...code }] } : {}),
  };
}

const rulebook = await loadRulebook();

/** The rules that ask a named person. */
export const statements = rulebook.rules.filter(isAttestationRule).map((rule) => rule.id);

/** The rules under which somebody settles that a letter is in our wording. */
export const ownWordings = rulebook.rules
  .filter(isCheckRule)
  .filter(({ on }) => 'letters' in on)
  .map((rule) => rule.id);

/** The answer to a question that asks for least: no, none of these, one's own. */
function plainAnswer({ answer }: Fact): FactAnswer {
  if (answer.kind === 'yes-no') return false;
  if (answer.kind === 'some-of') return [];
  const ids = answer.options.map((option) => option.id);
  return ['no', 'none', 'self', 'own'].find((id) => ids.includes(id)) ?? ids[0]!;
}

/** Every question answered so that it asks for least. */
export const plainAnswers: Readonly<Record<string, FactAnswer>> = Object.fromEntries(
  rulebook.facts.map((fact) => [fact.id, plainAnswer(fact)]),
);

/** Statements under these rules, each made by somebody. */
export const signed = (rules: readonly string[]) =>
  Object.fromEntries(rules.map((id) => [id, { by: '王五', on: '2026-06-30' }]));

/** A company's dossier in which nothing is wrong. Companies, people and numbers are made up. */
export const cleanDossier = (): DossierDocument =>
  dossierWith({
    id: 'abc',
    company: {
      name: '深圳市样例科技有限公司',
      uscc: '91440300MA50020X10',
      legalRepresentative: { name: '张三', idType: 'resident', idNumber: '11010519491231002X' },
      agent: {
        name: '李四',
        idType: 'passport',
        idNumber: 'E12345678',
        phone: '13800000000',
        email: 'lisi@example.com',
      },
      address: '深圳市样例路 1 号',
      phone: '0755-88880000',
      website: 'https://www.example.com',
      icpNumber: '粤ICP备2026000001号-1',
      logo: 'assets/company.png',
    },
    app: {
      name: '样例纪要',
      intro: '会后自动整理要点与待办',
      description: '把会议要点整理成纪要。\n适用于例会。',
      version: '1.0.0',
      privacyPolicyUrl: 'https://www.example.com/privacy',
      termsUrl: 'https://www.example.com/terms',
      logo: 'assets/logo.png',
      previews: { desktop: ['assets/d1.png', 'assets/d2.png'], mobile: ['assets/m1.png'] },
    },
    facts: { ...plainAnswers, networked: true },
    documents: {
      'business-licence': 'papers/licence.jpg',
      'icp-filing': 'papers/icp.jpg',
      'icp-filing-proof': 'papers/icp-proof.png',
      'electronic-copyright-certificate': 'papers/copyright.jpg',
      'publishing-commitment': 'papers/commitment.jpg',
      'authorisation-letter': 'papers/authorisation.jpg',
      'legal-representative-id-copy': 'papers/id-1.jpg',
      'agent-id-copy': 'papers/id-2.jpg',
    },
    attestations: signed([...statements, ...ownWordings]),
  });

/** What was measured on the files of a dossier when all of them are sound. */
export const soundFiles = (document: DossierDocument): Map<string, FileInspection> =>
  new Map(usedFiles(document).map(({ field, path }, index) => [path, soundFile(path, field, index)]));

/** The letters as they would be printed now: one page each. */
export const printedLetters: readonly LetterState[] = ['publishing-commitment', 'authorisation-letter'].map(
  (letter) => ({ letter, requirement: letter, revision: 'r1r1', pages: 1, dossier: 'abc' }),
);
