import { fieldTitles } from '../../contract/field-titles.ts';
import type { Localized } from '../../contract/language.ts';
import type { Rulebook } from '../../contract/rulebook.ts';

const partTitles: Readonly<Record<string, Localized>> = {
  role: { zh: '角色', en: 'role' },
  kind: { zh: '类型', en: 'kind' },
  name: { zh: '名称', en: 'name' },
  identifier: { zh: '证件号码', en: 'identifier' },
  representative: { zh: '代表人', en: 'representative' },
  licenses: { zh: '授权内容', en: 'licensed rights' },
  date: { zh: '落款日期', en: 'date' },
  validFrom: { zh: '有效期起', en: 'valid from' },
  validUntil: { zh: '有效期止', en: 'valid until' },
  pageCode: { zh: '页面识别码', en: 'page code' },
  wording: { zh: '用自拟措辞', en: 'own wording' },
  shape: { zh: '形状', en: 'shape' },
  widthMm: { zh: '宽（毫米）', en: 'width in mm' },
  heightMm: { zh: '高（毫米）', en: 'height in mm' },
  by: { zh: '确认人', en: 'by' },
  on: { zh: '日期', en: 'date' },
  note: { zh: '说明', en: 'note' },
};

const titlesOfFields: Readonly<Record<string, Localized>> = fieldTitles;

const joined = (one: Localized, other: Localized): Localized => ({
  zh: `${one.zh}：${other.zh}`,
  en: `${one.en}: ${other.en}`,
});

/**
 * What people call a field of a dossier: its title, the question of a fact, the title of the rule that a document or a
 * confirmation belongs to, the title of a letter as `letterTitles` has it; the field itself where nobody named it.
 */
export function titleOfField(
  field: string,
  rulebook: Pick<Rulebook, 'rules' | 'facts'>,
  letterTitles: ReadonlyMap<string, Localized> = new Map(),
): Localized {
  const own = titlesOfFields[field];
  if (own !== undefined) return own;
  const [group = '', key = '', ...rest] = field.split('.');
  const same: Localized = { zh: field, en: field };
  const part = rest.map((one) => partTitles[one] ?? { zh: one, en: one });
  const withPart = (title: Localized): Localized => part.reduce(joined, title);
  switch (group) {
    case 'facts':
      return rulebook.facts.find(({ id }) => id === key)?.question ?? same;
    case 'documents':
    case 'attestations': {
      const title = rulebook.rules.find(({ id }) => id === key)?.title;
      return title === undefined ? same : withPart(title);
    }
    case 'letters':
      return withPart(letterTitles.get(key) ?? { zh: key, en: key });
    case 'parties': {
      const number = Number(key) + 1;
      return withPart({ zh: `其他相关方 ${number}`, en: `Other party ${number}` });
    }
    case 'company':
      return key === 'seal' ? withPart({ zh: '公章', en: 'Company seal' }) : same;
    default:
      return same;
  }
}

const yes: Localized = { zh: '是', en: 'yes' };
const no: Localized = { zh: '否', en: 'no' };

/** A value of a field in words; answers by the titles of their options, categories and tracks by theirs. */
export function valueInWords(field: string, value: unknown, rulebook: Rulebook): Localized {
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) {
    const all = value.map((item: unknown) => valueInWords(field, item, rulebook));
    return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
  }
  if (value !== null && typeof value === 'object') {
    const all = Object.values(value).map((item: unknown) => valueInWords(field, item, rulebook));
    return { zh: all.map(({ zh }) => zh).join('：'), en: all.map(({ en }) => en).join(': ') };
  }
  const text = String(value);
  return titleOfChoice(field, text, rulebook) ?? { zh: text, en: text };
}

function titleOfChoice(field: string, text: string, rulebook: Rulebook): Localized | undefined {
  if (field === 'categories') return rulebook.categories.find(({ id }) => id === text)?.title;
  if (field === 'track') return rulebook.platform.tracks.find(({ id }) => id === text)?.title;
  const answer = rulebook.facts.find(({ id }) => field === `facts.${id}`)?.answer;
  return answer === undefined || answer.kind === 'yes-no'
    ? undefined
    : answer.options.find(({ id }) => id === text)?.title;
}
