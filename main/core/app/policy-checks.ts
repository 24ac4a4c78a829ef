import { z } from 'zod';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import { isCompanyNamed, isSameCompany, operatorsNamed } from '../company/company-name.ts';
import { fieldValue, filesOfField } from '../dossier/fields.ts';
import { readableFile } from '../files/readable-file.ts';
import { defineCheck, type AnyCheck, type Conclusion } from '../review/check.ts';
import { textMentions } from './mention-checks.ts';
import { lettersOf } from './plain-text.ts';
import { whyNoText } from '../texts/why-no-text.ts';
import { filledIn } from './template-gaps.ts';
import { textPoints } from './text-points.ts';
import { forEachText, listSeveral, notApplicable } from './text-files.ts';

/**
 * `readable-as-text`: a file opens, and holds words that can be read. It speaks for every check that finds no words to
 * look at: a scanned pdf was not looked at.
 */
const readableAsText = defineCheck({
  name: 'readable-as-text',
  parameters: z.strictObject({}),
  run(subject, _parameters, situation) {
    if (subject.kind === 'field') return notApplicable;
    return subject.files.flatMap((file): readonly Conclusion[] => {
      if (file.problem !== undefined) return readableFile.run({ ...subject, files: [file] }, {}, situation);
      const why = whyNoText(file.path, file);
      if (why === null) return [{ outcome: 'pass' }];
      // A scan is no fault of the text: a person can read it.
      const isUnread = file.text === undefined || file.type === 'pdf';
      return [{ outcome: isUnread ? 'not-checked' : 'fail', at: file.path, message: why }];
    });
  },
});

/** What is said where a text names another company only: the source admits an operator beside the developer. */
const operatorOpen: Localized = {
  zh: '若它确是应用的运营方而贵公司是开发者，请补写两者的关系，或回答“隐私政策是集团或第三方的”，并请平台审核员确认。',
  en: 'Where it does run the app and your company is the developer, say how the two are related, or answer that the policy is a group’s or another party’s, and have the platform’s reviewer confirm it.',
};

/** `names-company`: a text names in full the company of a field. A text without any Han character is shown to a person. */
const namesCompany = defineCheck({
  name: 'names-company',
  parameters: z.strictObject({ field: z.string() }),
  run(subject, { field }, { document }) {
    const company = fieldValue(document, field);
    if (typeof company !== 'string' || lettersOf(company) === '') return notApplicable;
    return forEachText(subject, ({ text }, at) => {
      if (isCompanyNamed(text, company)) return { outcome: 'pass' };
      const others = listSeveral(operatorsNamed(text).slice(0, 3));
      const isForeign = !/\p{Script=Han}/u.test(text) && /\p{Script=Han}/u.test(company);
      return {
        outcome: isForeign ? 'needs-person' : 'fail',
        at,
        message: {
          zh: `正文没有写出「${company.trim()}」${others.zh === '' ? '' : `，写的主体是${others.zh}`}。请写明与申请主体一字不差的公司全称。${others.zh === '' ? '' : operatorOpen.zh}`,
          en: `The text does not name “${company.trim()}”${others.en === '' ? '' : `; it names ${others.en}`}. Give the applicant’s full name exactly.${others.en === '' ? '' : ` ${operatorOpen.en}`}`,
        },
      };
    });
  },
});

/** `operator-is`: the company that a text says it is of is that of a field; another one beside it is shown to a person. */
const operatorIs = defineCheck({
  name: 'operator-is',
  parameters: z.strictObject({ field: z.string() }),
  run(subject, { field }, { document }) {
    const company = fieldValue(document, field);
    if (typeof company !== 'string' || lettersOf(company) === '') return notApplicable;
    return forEachText(subject, ({ text }, at) => {
      // Where the company is not named at all, `names-company` speaks.
      if (!isCompanyNamed(text, company)) return { outcome: 'not-applicable' };
      const others = operatorsNamed(text).filter((one) => !isSameCompany(one, company));
      if (others.length === 0) return { outcome: 'pass' };
      return {
        outcome: 'needs-person',
        at,
        message: {
          zh: `正文把${listSeveral(others).zh}也写成了运营或制定的主体，与「${company.trim()}」不同。若是笔误请改正；若是集团或第三方的文本，请写明它与贵公司的关系。`,
          en: `The text also names ${listSeveral(others).en} as the one it is of, beside “${company.trim()}”. Correct it, or, for a group’s or another party’s text, say how it is related to your company.`,
        },
      };
    });
  },
});

/** `link-names`: no link of a text, and no title between 《》, is one of the words of a list, which tell nothing. */
const linkNames = defineCheck({
  name: 'link-names',
  isGraded: true,
  parameters: z.strictObject({ list: z.string(), certain: z.boolean() }),
  run(subject, { list, certain }, { rulebook }) {
    const words = new Set((rulebook.wordLists.get(list) ?? []).map(lettersOf));
    return forEachText(subject, ({ text, links }, at) => {
      const titles = [...text.matchAll(/《\s*([^《》]{1,40}?)\s*》/gu)].map((match) => match[1] ?? '');
      const names = [...links.map(({ name }) => name), ...titles];
      const vague = [...new Set(names.filter((one) => words.has(lettersOf(one))))];
      if (vague.length === 0) return { outcome: 'pass' };
      return {
        outcome: certain ? 'fail' : 'needs-person',
        at,
        message: {
          zh: `有名为${listSeveral(vague).zh}的链接，看名称不知道内容。请改成说明内容的名称，如《第三方 SDK 目录》《收集个人信息清单》。`,
          en: `There are links called ${listSeveral(vague).en}, which do not say what they lead to. Name their content, such as 《第三方 SDK 目录》 (list of third-party SDKs).`,
        },
      };
    });
  },
});

/** `separate-file`: two fields that hold different documents do not hold the same file or the same words. */
const separateFile = defineCheck({
  name: 'separate-file',
  parameters: z.strictObject({ other: z.string() }),
  run(subject, { other }, { document, inspections }) {
    if (subject.kind === 'field') return notApplicable;
    const others = filesOfField(document, other).flatMap((path) => inspections.get(path) ?? []);
    const isSame = (one: FileInspection, two: FileInspection): boolean =>
      (one.sha256 !== undefined && one.sha256 === two.sha256) ||
      (one.text !== undefined && two.text !== undefined && lettersOf(one.text) === lettersOf(two.text));
    return subject.files.map((file): Conclusion => {
      const twin = others.find((one) => isSame(file, one));
      if (twin === undefined) return { outcome: 'pass' };
      return {
        outcome: 'fail',
        at: file.path,
        message: {
          zh: `「${file.path}」与「${twin.path}」内容相同，而它们应是两份单独的文件。请分别成文。`,
          en: `“${file.path}” and “${twin.path}” hold the same text, while they should be two separate documents. Write each by itself.`,
        },
      };
    });
  },
});

/** The checks on policies and agreements as texts. */
export const policyChecks: readonly AnyCheck[] = [
  readableAsText,
  namesCompany,
  operatorIs,
  textMentions,
  textPoints,
  linkNames,
  separateFile,
  filledIn,
];
