import type { ScanPage } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import { filesOfField } from '../dossier/fields.ts';
import type { LetterState } from '../letters/letter-state.ts';
import { staleReasonsOfPages } from '../letters/stale-scans.ts';
import { isLetterRule, type LetterRule } from '../rulebook/rule-kinds.ts';
import { isAttested, type Judging, type OwnedFinding } from './judging.ts';

/** A page of a letter's scan with the file it is in. */
interface PlacedPage {
  readonly path: string;
  readonly page: ScanPage;
}

/** What the codes on a scan's pages say when compared with the letter as it would be printed now. */
type ScanFault =
  | { readonly kind: 'foreign' | 'outdated'; readonly at: string; readonly pages: readonly number[] }
  | { readonly kind: 'pages-missing'; readonly at: string; readonly pages: readonly number[] }
  | { readonly kind: 'rule-changed'; readonly at: string }
  | { readonly kind: 'no-code' | 'on-form' | 'form-outdated' | 'letter-incomplete'; readonly at: string };

const pathsOf = (pages: readonly PlacedPage[]): readonly string[] => [
  ...new Set(pages.map(({ path }) => path)),
];

const byFile = (kind: 'foreign' | 'outdated', pages: readonly PlacedPage[]): readonly ScanFault[] =>
  pathsOf(pages).map((at) => ({
    kind,
    at,
    pages: pages.filter(({ path }) => path === at).map(({ page }) => page.index + 1),
  }));

/** Compares the pages of one letter's scan with its state. No fault where all pages are there and current. */
function faultsOfScan(pages: readonly PlacedPage[], state: LetterState | undefined): readonly ScanFault[] {
  const [first] = pages;
  if (first === undefined) return [];
  const coded = pages.filter(({ page }) => page.code !== undefined);
  if (coded.length === 0) {
    return [{ kind: state?.form === undefined ? 'no-code' : 'on-form', at: first.path }];
  }
  const foreign = coded.filter(
    ({ page: { code } }) => code?.letter !== state?.letter || code?.dossier !== state?.dossier,
  );
  if (state === undefined || foreign.length > 0) return byFile('foreign', foreign);
  if (state.revision === null || state.pages === null) return [{ kind: 'letter-incomplete', at: first.path }];
  const outdated = coded.filter(({ page: { code } }) => code?.revision !== state.revision);
  if (outdated.length > 0) return byFile('outdated', outdated);
  const there = new Set(coded.map(({ page: { code } }) => code?.page));
  const missing = Array.from({ length: state.pages }, (_, index) => index + 1).filter(
    (page) => !there.has(page),
  );
  return missing.length === 0 ? [] : [{ kind: 'pages-missing', at: first.path, pages: missing }];
}

/** `why` says why it is out of date, as far as it can be known. */
function messageOf(fault: ScanFault, title: Localized, why: Localized): Localized {
  const list = 'pages' in fault ? { zh: fault.pages.join('、'), en: fault.pages.join(', ') } : null;
  switch (fault.kind) {
    case 'foreign':
      return {
        zh: `扫描件第 ${list?.zh} 页的页码标识不属于本案卷的《${title.zh}》。请确认是否放错了文件，换上正确的扫描件。`,
        en: `By their page code, pages ${list?.en} of the scan do not belong to this dossier’s “${title.en}”. See whether the wrong file was put here and replace it.`,
      };
    case 'outdated':
      return {
        zh: `扫描件第 ${list?.zh} 页是《${title.zh}》的旧版：打印之后案卷内容或文书措辞已改动。${why.zh}请重新打印、签署并扫描。`,
        en: `Pages ${list?.en} of the scan are an older version of “${title.en}”: the dossier or the wording changed after printing. ${why.en}Print it, sign and stamp it as it asks and scan it again.`,
      };
    case 'rule-changed':
      return {
        zh: `《${title.zh}》签署之后规则有变。${why.zh}`,
        en: `A rule changed after “${title.en}” was signed. ${why.en}`,
      };
    case 'pages-missing':
      return {
        zh: `《${title.zh}》的扫描件里没有认出第 ${list?.zh} 页。请补扫缺页；若确已齐全，由人确认即可。`,
        en: `Page ${list?.en} of “${title.en}” was not recognised in the scan. Scan what is missing, or confirm that all pages are there.`,
      };
    case 'no-code':
      return {
        zh: `在《${title.zh}》的扫描件上没有找到页码标识，无法判断是不是现行版本。请人工核对内容和签章。`,
        en: `No page code was found on the scan of “${title.en}”, so whether it is the present version is unknown. Compare its content, signatures and any seal by eye.`,
      };
    case 'on-form':
      return {
        zh: `《${title.zh}》填在平台的格式上，页上没有识别码，无法判断扫描件是不是现行版本。请人工核对内容和签章。`,
        en: `“${title.en}” is filled in on the platform’s form, which bears no code, so whether the scan is of the present version is unknown. Compare its content, signatures and any seal by eye.`,
      };
    case 'form-outdated':
      return {
        zh: `《${title.zh}》的扫描件像是旧的：上次记下的打印之后有改动。${why.zh}请核对，不符的话重新打印、签署并扫描。`,
        en: `The scan of “${title.en}” seems to be an old one: something changed after the print that was noted last. ${why.en}Compare it; where it differs print it, sign and stamp it as it asks and scan it again.`,
      };
    case 'letter-incomplete':
      return {
        zh: `《${title.zh}》所需的内容尚未填全，无法判断扫描件是不是现行版本。请先补全案卷。`,
        en: `What “${title.en}” is made from is not filled in completely, so whether the scan is current is unknown. Complete the dossier first.`,
      };
  }
}

/** What is no fault of the scan itself. */
const mild: ReadonlySet<ScanFault['kind']> = new Set([
  'no-code',
  'on-form',
  'letter-incomplete',
  'rule-changed',
]);

function judgeLetter(rule: LetterRule, judging: Judging): readonly OwnedFinding[] {
  if (!judging.requirements.has(rule.id) || isAttested(judging.document, rule.id)) return [];
  const owner = `documents.${rule.id}`;
  const pages = filesOfField(judging.document, owner).flatMap((path) =>
    (judging.inspections.get(path)?.pages ?? []).map((page) => ({ path, page })),
  );
  const state = judging.letters.find((one) => one.requirement === rule.id);
  const reasons =
    state === undefined
      ? []
      : staleReasonsOfPages(
          state,
          judging.document,
          pages.map(({ page }) => page),
        ).filter(({ kind }) => kind !== 'unknown');
  const why = {
    zh: reasons.map(({ text }) => `${text.zh}。`).join(''),
    en: reasons.map(({ text }) => `${text.en}. `).join(''),
  };
  const faults = faultsOfScan(pages, state);
  const [first] = pages;
  const isRuleChanged = first !== undefined && faults.length === 0 && reasons.length > 0;
  // Without a code nothing is certain; what was written down of the last print is better than nothing.
  const isFormOutdated = first !== undefined && reasons.some(({ kind }) => kind !== 'rule');
  const judged = faults.map((fault): ScanFault =>
    isFormOutdated && (fault.kind === 'on-form' || fault.kind === 'no-code')
      ? { kind: 'form-outdated', at: fault.at }
      : fault,
  );
  const all = isRuleChanged ? [{ kind: 'rule-changed' as const, at: first.path }] : judged;
  return all.map((fault) => ({
    owner,
    finding: {
      rule: rule.id,
      level: mild.has(fault.kind) ? 'notice' : 'warning',
      outcome: 'needs-person',
      message: messageOf(fault, rule.title, why),
      at: fault.at,
      cites: [...rule.cites],
    },
  }));
}

/** Tells scans of outdated, foreign or incomplete letters by their page codes; an attestation under the letter's id settles it. */
export const judgeLetterScans = (judging: Judging): readonly OwnedFinding[] =>
  judging.rulebook.rules.filter(isLetterRule).flatMap((rule) => judgeLetter(rule, judging));
