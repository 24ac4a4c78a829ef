import type { FileInspection } from '../contract/files.ts';
import { inLanguage, type Localized } from '../contract/language.ts';
import type { LetterSummary } from '../contract/letters.ts';
import { filesOfField } from '../core/dossier/fields.ts';
import { applying } from '../core/letters/asks.ts';
import type { LetterState } from '../core/letters/letter-state.ts';
import { ownWordingText } from '../core/letters/official-form-check.ts';
import { staleReasonsOfPages } from '../core/letters/stale-scans.ts';
import { scanStateOf } from '../core/letters/scan-state.ts';
import { whoSigns } from '../core/letters/who-signs.ts';
import { isAttested } from '../core/review/judging.ts';
import { officialFormRule } from '../core/rulebook/rule-kinds.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectFile } from './inspect-dossier.ts';
import type { LoadedForm } from './load-form.ts';
import type { NeededLetter } from './needed-letters.ts';

/** The state of one letter of a dossier as it is listed. */
export async function letterSummary(
  world: World,
  open: OpenDossier,
  { template, filled, unprintable, state, form, formFaults, need, because }: NeededLetter,
  context: CallContext,
): Promise<LetterSummary> {
  const scans: FileInspection[] = [];
  const field = state.requirement === null ? null : `documents.${state.requirement}`;
  for (const path of field === null ? [] : filesOfField(open.document, field)) {
    scans.push(await inspectFile(world, open.ref, path, ['scan'], context.signal));
  }
  const missing = filled.kind === 'missing-data' ? filled.missing : [];
  const pages = scans.flatMap((scan) => scan.pages ?? []);
  const stale = staleReasonsOfPages(state, open.document, pages);
  const { made: _prints, ...entry } = open.document.letters?.[template.id] ?? {};
  return {
    letter: template.id,
    ...(state.requirement === null ? {} : { requirement: state.requirement }),
    title: inLanguage(template.title, context.language),
    need,
    because: because[context.language],
    state: state.revision === null ? 'missing-data' : 'ready',
    missingFields: missing.map(({ field, title }) => ({ field, title: inLanguage(title, context.language) })),
    unprintable: [...unprintable],
    ...(state.revision === null ? {} : { revision: state.revision }),
    cites: template.cites,
    notice: noticeFor(template, form)[context.language],
    entry,
    pageCode: state.pageCode ?? 'on',
    asks: template.asks,
    fields: applying(template.fields, open.document)
      .filter(({ id }) => form === null || template.wording.variables.includes(`letter.${id}`))
      .map(({ id, title, kind, required, hint }) => ({
        id,
        title: inLanguage(title, context.language),
        kind,
        required,
        ...(hint === undefined ? {} : { hint: inLanguage(hint, context.language) }),
      })),
    signing: (filled.kind === 'filled' && form === null ? whoSigns(filled.tree) : []).map(
      ({ text, isSuggested }) => ({ text: text[context.language], isSuggested }),
    ),
    scan: scanStateOf(state, scans),
    stale: stale.map(({ kind, text, fields }) => ({
      kind,
      text: text[context.language],
      fields: [...fields],
    })),
    templateVersion: template.version,
    templateOrigin: template.origin,
    templateFaults: template.passedOver.map((fault) => fault.text[context.language]),
    ...(form === null ? {} : { form: formRef(form) }),
    ...(formFaults.length === 0
      ? {}
      : { formFaults: formFaults.map((fault) => fault.text[context.language]) }),
    ...(await fallbackOf(world, open, state, context)),
  };
}

const formRef = ({ version, sha256, pages, stored }: LoadedForm): NonNullable<LetterSummary['form']> => ({
  version,
  sha256,
  fileName: stored.fileName,
  importedOn: stored.importedOn,
  pages: pages.length,
});

/** Where the platform has a form of its own and our wording is used: what is said of it, and whether somebody has settled it. */
async function fallbackOf(
  world: World,
  { document }: OpenDossier,
  state: LetterState,
  { language }: CallContext,
): Promise<Pick<LetterSummary, 'ownWording'>> {
  if (state.form !== undefined || state.requirement === null) return {};
  const rule = officialFormRule(await world.rulebooks.load(document.platform), state.requirement);
  if (rule === undefined) return {};
  return {
    ownWording: {
      rule: rule.id,
      text: ownWordingText[language],
      cites: [...rule.cites],
      attested: isAttested(document, rule.id),
    },
  };
}

function noticeFor({ kind }: NeededLetter['template'], form: LoadedForm | null): Localized {
  if (form !== null) return noticeOfForm(form);
  return kind === 'notice' ? noticeOfNotice : notice;
}

const noticeOfForm = ({ version, stored }: LoadedForm): Localized => ({
  zh: `这份函件填在平台的官方格式上（第 ${version} 版，${stored.fileName}，${stored.importedOn} 导入）。是否仍是平台现行的格式，请由经办人核对；页上没有识别码，扫描件要手动放到本函。`,
  en: `This letter is filled in on the platform’s own form (version ${version}, ${stored.fileName}, imported on ${stored.importedOn}). A person must see whether it is still the present one; its pages bear no code, so a scan is put under the letter by hand.`,
});

const notice: Localized = {
  zh: '这份函件的措辞由印齐自拟，不是平台的官方格式。平台审核规范第 4.1 条和第 6 节列有自己的 PDF 格式文本，本程序没有收录。是否改用官方格式，请由经办人核对后决定。',
  en: 'The wording of this letter is Yinqi’s own and not the platform’s form. Sections 4.1 and 6 of the platform’s review rules list PDF forms of its own, which are not included here. A person must decide which to submit.',
};

const noticeOfNotice: Localized = {
  zh: '这份通知的措辞由印齐自拟：所收的协议和规则规定了什么时候要通知，没有规定格式。平台另有格式或线上入口的，以平台为准；发出之前请由经办人核对。',
  en: 'The wording of this notice is Yinqi’s own: the agreements say when notice is due and prescribe no form. Where the platform has a form or an online entry, use that; a person must read it before it is sent.',
};
