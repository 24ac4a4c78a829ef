import type { FormField, FormGuide, FormPdfField } from '../../contract/forms.ts';
import { formVariables, type FormVariable } from './form-variables.ts';
import type { LetterTemplate } from './template.ts';

/** A field of the PDF's own with what could be placed there. */
export interface FormSuggestion {
  readonly source: FormPdfField;
  readonly field: FormField | FormGuide;
}

/** What forms call things, by the variable meant: the first that a field's name or tooltip contains. */
const words: readonly (readonly [RegExp, string])[] = [
  [/统一社会|信用代码|uscc|creditcode|socialcredit/, 'company.uscc'],
  [/(法定代表人|法人).*(证件|身份证)|legal.*id(number|no|card)/, 'company.legalRepresentative.idNumber'],
  [/法定代表人|法人代表|法人姓名|legalrep/, 'company.legalRepresentative.name'],
  [/(被授权人|受托人|代理人|经办人).*(证件|身份证)|agent.*id(number|no|card)/, 'company.agent.idNumber'],
  [/证件类型|idtype/, 'company.agent.idType'],
  [/身份证号|证件号|idnumber|idcard/, 'company.agent.idNumber'],
  [/电子邮箱|邮箱|邮件|email/, 'company.agent.email'],
  [/手机|联系电话|电话|phone|mobile|tel/, 'company.agent.phone'],
  [/被授权人|受托人|代理人|经办人|联系人|agent/, 'company.agent.name'],
  [/应用名|产品名|小程序名|app_?name|appname/, 'app.name'],
  [/住所|地址|address/, 'company.address'],
  [/icp/, 'company.icpNumber'],
  [/网站|网址|官网|website/, 'company.website'],
  [/公司|企业|单位|主体|开发者名|承诺人|授权人|委托人|company|corp/, 'company.name'],
];
const dateWords: readonly (readonly [RegExp, string])[] = [
  [/(有效期|期限|授权).*(起|始|自)|validfrom|startdate/, 'letter.validFrom'],
  [/(有效期|期限|授权).*(止|至|终)|validuntil|validto|enddate/, 'letter.validUntil'],
  [/日期|签署日|签订日|date|年$|月$|日$|year|month|day/, 'letter.date'],
];
const parts: readonly (readonly [RegExp, NonNullable<FormField['part']>])[] = [
  [/年$|year/, 'year'],
  [/月$|month/, 'month'],
  [/日$|day/, 'day'],
];

const usualLeastPt = 8;

/** Offers a PDF's own fields as places, each with the variable that its name or tooltip suggests; a suggestion to look at, never taken by itself. */
export function suggestFields(
  fields: readonly FormPdfField[],
  template: Pick<LetterTemplate, 'needs' | 'fields'>,
): readonly FormSuggestion[] {
  const variables = formVariables(template);
  const taken = new Set<string>();
  return fields.map((source) => {
    const id = freeId(source.name, taken);
    taken.add(id);
    const { xMm, yMm, widthMm, heightMm } = source;
    const place = { id, page: source.page + 1, xMm, yMm, widthMm, heightMm };
    if (source.kind === 'signature') return { source, field: { ...place, kind: 'signature' } };
    if (source.kind === 'tick') return { source, field: { ...place, align: 'centre' } };
    const guess = guessVariable(source, variables);
    const sizePt = sizeFor(source);
    const lines = source.isMultiline ? Math.max(1, Math.floor(heightMm / ((sizePt * 1.35 * 25.4) / 72))) : 1;
    return {
      source,
      field: {
        ...place,
        ...guess,
        sizePt,
        ...(sizePt > usualLeastPt ? { leastSizePt: usualLeastPt } : {}),
        ...(lines > 1 ? { lines, vertical: 'top' } : {}),
        ...(source.boxes === undefined ? {} : { boxes: source.boxes }),
      },
    };
  });
}

/** The size that the PDF states, up to 14 pt, else 12; no more than its height takes, in half points. */
function sizeFor({ sizePt, heightMm, isMultiline }: FormPdfField): number {
  const room = isMultiline ? 12 : (heightMm / 25.4) * 72 * 0.9;
  const size = Math.min(sizePt ?? 12, 14, room);
  return Math.min(72, Math.max(4, Math.floor(size * 2) / 2));
}

function guessVariable(
  { name, tooltip = '' }: FormPdfField,
  variables: readonly FormVariable[],
): Pick<FormField, 'variable' | 'part'> {
  const said = [tooltip, name].map(plain);
  const exact = variables.find(({ variable, title }) =>
    said.some((one) => one !== '' && [variable, title.zh, title.en].map(plain).includes(one)),
  );
  if (exact !== undefined) return { variable: exact.variable };
  const isKnown = (variable: string): boolean => variables.some((one) => one.variable === variable);
  for (const one of said) {
    const date = dateWords.find(([pattern, variable]) => pattern.test(one) && isKnown(variable));
    if (date !== undefined) {
      const part = parts.find(([pattern]) => pattern.test(one) && !/date|日期/.test(one))?.[1];
      return { variable: date[1], ...(part === undefined ? {} : { part }) };
    }
    const found = words.find(([pattern, variable]) => pattern.test(one) && isKnown(variable));
    if (found !== undefined) return { variable: found[1] };
  }
  return {};
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.:：*()（）]/g, '');

function freeId(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize('NFC')
      .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .slice(0, 50) || 'field';
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}
