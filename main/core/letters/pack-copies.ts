import type { DossierDocument } from '../../contract/dossier.ts';
import type { Localized } from '../../contract/language.ts';
import type { FontSet } from '../../contract/laid-out-document.ts';
import type { SealGuide } from '../../contract/letters.ts';
import type { Conflict, PaperCopy } from '../../contract/rulebook.ts';
import type { DocumentRule } from '../rulebook/rule-kinds.ts';
import { mayLicense } from './party-variables.ts';
import { copyPage, type CopyPage } from './pack-copy-page.ts';
import { printedDpi, type PackPicture } from './pack-geometry.ts';
import { sealOfIndividual, type PackPiece, type SheetTask } from './pack-plan.ts';

type Party = NonNullable<DossierDocument['parties']>[number];

/** A rule for a paper of which a copy is printed. */
export type CopyRule = DocumentRule & { readonly copy: PaperCopy };

export const isCopyRule = (rule: DocumentRule): rule is CopyRule => rule.copy !== undefined;

/** The copies of one paper: how to lay out each page once the pack's page numbers are known. */
export interface CopyPiece extends PackPiece {
  readonly kind: 'copy';
  pageAt(index: number, packPage: number): CopyPage;
}

/** Under this a printed picture is no longer sharp enough to read small type from. */
const leastDpi = 150;

export interface CopyInput {
  readonly rule: CopyRule;
  readonly pictures: readonly PackPicture[];
  readonly document: DossierDocument;
  readonly conflicts: readonly Conflict[];
  readonly fonts: FontSet;
  /** Whether the places of seal and fingerprint are shown. */
  readonly guides: boolean;
  readonly purposeLine: boolean;
  readonly seal: { readonly widthMm: number; readonly heightMm: number };
}

/** Makes the copies of one paper: a page for each picture, or for each two where both sides belong on one. */
export function copiesOf(input: CopyInput): CopyPiece {
  const { rule, pictures, document } = input;
  const size = rule.copy.bothSides === true ? 2 : 1;
  const sides = Array.from({ length: Math.ceil(pictures.length / size) }, (_, index) =>
    pictures.slice(index * size, (index + 1) * size),
  );
  const { party, isOwn } = signerOf(rule, document);
  const pageAt = (index: number, packPage: number): CopyPage =>
    copyPage(
      sides[index] ?? [],
      {
        ...guidesOf(input, isOwn),
        isMarked: rule.copy.seal !== undefined || rule.copy.signedByHolder === true,
        handwritten: rule.copy.handwritten ?? [],
        isDated: rule.copy.date === true,
        isSigned: rule.copy.signedByHolder === true,
        purposeLine: input.purposeLine,
        remark: remarkOf(input),
        footer: `打印包第 ${packPage} 页　${rule.title.zh}${part(index, sides.length)}`,
      },
      input.fonts,
    );
  return {
    kind: 'copy',
    id: rule.id,
    party,
    isOwn,
    sheets: sides.map((_, index) => taskOf(input, party, index, sides.length, pageAt(index, 1))),
    pageAt,
  };
}

const part = (index: number, count: number): string => (count === 1 ? '' : `（${index + 1}/${count}）`);

/** Who signs or seals a copy: the applicant, or the licensors that are of the kind the paper is about. */
function signerOf(
  { copy }: CopyRule,
  document: DossierDocument,
): { readonly party: string; readonly isOwn: boolean } {
  if (copy.seal === 'own') return { party: document.company?.name?.trim() ?? '', isOwn: true };
  const kind = copy.signedByHolder === true ? 'individual' : 'company';
  const { licenses } = copy;
  const isOfPaper = (party: Party): boolean =>
    licenses === undefined || licenses.some((right) => mayLicense(party, right));
  const names = (document.parties ?? []).flatMap((party) =>
    party.role === 'licensor' && party.kind === kind && isOfPaper(party) ? (party.name?.trim() ?? []) : [],
  );
  return { party: names.length === 0 ? '授权方' : names.join('、'), isOwn: false };
}

function guidesOf(
  { rule: { copy }, guides, seal, document }: CopyInput,
  isOwn: boolean,
): { readonly seal: SealGuide | null; readonly fingerprint: SealGuide | null } {
  if (!guides) return { seal: null, fingerprint: null };
  return {
    seal: copy.seal === undefined ? null : sealGuide(isOwn, isIndividual(document), seal),
    fingerprint: copy.signedByHolder === true ? { widthMm: 22, heightMm: 28, label: '按红手印处' } : null,
  };
}

/** Where the seal goes; an individual has none and does as the platform answers. */
function sealGuide(isOwn: boolean, hasNoSeal: boolean, own: CopyInput['seal']): SealGuide {
  if (!isOwn) return { widthMm: 40, heightMm: 40, label: '授权方盖印泥公章处' };
  if (hasNoSeal) return { widthMm: 40, heightMm: 28, label: '签章处（照平台答复）' };
  return { ...own, label: '盖公章处' };
}

const isIndividual = ({ applicant }: DossierDocument): boolean => applicant?.kind === 'individual';

/** That the sources differ, with both sides and their clauses. */
function remarkOf({ rule, conflicts }: CopyInput): string | null {
  const conflict = conflicts.find(({ id }) => id === rule.copy.conflict);
  if (conflict === undefined) return null;
  const sides = conflict.sides.map(
    ({ says, cites }) => `${says.zh.replace(/。$/u, '')}（${cites.join('、')}）`,
  );
  return `来源不一致：${sides.join('；')}。${conflict.does.zh}`;
}

function taskOf(input: CopyInput, party: string, index: number, count: number, page: CopyPage): SheetTask {
  const { copy, title, place } = input.rule;
  const words = copy.handwritten ?? [];
  const quoted = words.map((one) => `“${one}”`);
  const [zh, en] =
    quoted.length > 1
      ? [`任选一句照抄：${quoted.join('或')}`, `copy one: ${quoted.join(' or ')}`]
      : [`照抄${quoted.join('')}`, `copy ${quoted.join('')}`];
  const target = place?.field ?? title;
  return {
    title: {
      zh: `${title.zh}复印件${part(index, count)}`.replace('复印件复印件', '复印件'),
      en: `${title.en}, copy${count === 1 ? '' : ` (${index + 1} of ${count})`}`,
    },
    signs:
      copy.signedByHolder === true
        ? { zh: `${party}本人签名，按红色手印`, en: `${party} signs and presses a red fingerprint` }
        : null,
    seal: sealOf(copy, party, isIndividual(input.document)),
    handwriting:
      words.length === 0
        ? copy.date === true
          ? { zh: '写日期', en: 'the date' }
          : null
        : {
            zh: `${zh}${copy.date === true ? '；写日期' : ''}`,
            en: `${en}${copy.date === true ? '; the date' : ''}`,
          },
    scan: { zh: `单独存一个文件，放到：${target.zh}`, en: `a file of its own, for: ${target.en}` },
    caution: cautionOf(input, page),
  };
}

function sealOf({ seal }: PaperCopy, party: string, hasNoSeal: boolean): Localized | null {
  switch (seal) {
    case undefined:
      return null;
    case 'own':
      if (hasNoSeal) return sealOfIndividual;
      return { zh: '盖本公司公章，盖在右下空白处', en: 'the company’s seal, in the margin at the right' };
    case 'licensor':
      return {
        zh: `盖${party}的印泥公章（不用电子章），盖在右下空白处`,
        en: `the ink seal of ${party} (not an electronic one), in the margin at the right`,
      };
  }
}

function cautionOf({ rule, pictures }: CopyInput, { placed }: CopyPage): Localized | null {
  const found: Localized[] = [];
  const dpi = Math.min(...placed.map((one) => printedDpi(one) ?? Infinity));
  if (dpi < leastDpi) {
    found.push({
      zh: `图片只有约 ${Math.round(dpi)} dpi，打印出来可能看不清，请换更清晰的`,
      en: `the picture prints at about ${Math.round(dpi)} dpi and may not be legible: use a better one`,
    });
  }
  if (rule.copy.bothSides === true && pictures.length === 1) {
    found.push({
      zh: '只给了一张图，请确认正反两面都在上面',
      en: 'there is one picture: see that both sides are on it',
    });
  }
  if (found.length === 0) return null;
  return { zh: found.map((one) => one.zh).join('；'), en: found.map((one) => one.en).join('; ') };
}
