import { fieldTitles } from '../../contract/field-titles.ts';
import type { Localized } from '../../contract/language.ts';
import { partyFields } from './party-variables.ts';
import type { LetterTemplate } from './template.ts';

/** A variable of templates with what people call it. */
export interface TitledVariable {
  readonly variable: string;
  readonly title: Localized;
}

const dates: readonly TitledVariable[] = [
  { variable: 'letter.date', title: { zh: '落款日期', en: 'Date of the letter' } },
  { variable: 'letter.validFrom', title: { zh: '有效期起', en: 'Valid from' } },
  { variable: 'letter.validUntil', title: { zh: '有效期止', en: 'Valid until' } },
];

const partyTitles: Readonly<Record<string, Localized>> = {
  licensor: { zh: '授权方', en: 'Licensor' },
  companyLicensor: { zh: '企业授权方', en: 'Company licensor' },
  individualLicensor: { zh: '个人授权方', en: 'Individual licensor' },
  affiliate: { zh: '关联公司', en: 'Affiliate' },
  technologyProvider: { zh: '技术提供方', en: 'Technology provider' },
  assessor: { zh: '评估机构', en: 'Assessor' },
};
const partyKeyTitles: Readonly<Record<string, Localized>> = {
  name: { zh: '名称', en: 'name' },
  identifier: { zh: '证件号码', en: 'identifier' },
  representative: { zh: '代表人', en: 'representative' },
  kind: { zh: '类型', en: 'kind' },
};

function partyTitle(variable: string): Localized {
  const [party = '', key = ''] = variable.split('.');
  const [whose, what] = [partyTitles[party], partyKeyTitles[key]];
  return whose === undefined || what === undefined
    ? { zh: variable, en: variable }
    : { zh: whose.zh + what.zh, en: `${whose.en}: ${what.en}` };
}

/** The titles that hold for every letter: dates, the fields of a dossier, other parties. */
const general: readonly TitledVariable[] = [
  ...dates,
  ...Object.entries(fieldTitles).map(([variable, title]) => ({ variable, title })),
  ...partyFields.map((variable) => ({ variable, title: partyTitle(variable) })),
];

/** Every variable with a title, the template's own titles first: one variable may have several. */
export function titledVariables({
  needs,
  fields,
}: Pick<LetterTemplate, 'needs' | 'fields'>): readonly TitledVariable[] {
  return [
    ...needs.map(({ field, title }) => ({ variable: field, title })),
    ...fields.map(({ id, title }) => ({ variable: `letter.${id}`, title })),
    ...general,
  ];
}

/** What a variable is called: by the template where there is one, else generally, else by its own name. */
export function variableTitle(
  variable: string,
  template?: Pick<LetterTemplate, 'needs' | 'fields'>,
): Localized {
  const titled = template === undefined ? general : titledVariables(template);
  return titled.find((one) => one.variable === variable)?.title ?? { zh: variable, en: variable };
}
