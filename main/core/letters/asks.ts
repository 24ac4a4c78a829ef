import { z } from 'zod';
import type { DossierDocument } from '../../contract/dossier.ts';
import { localizedSchema, type Localized } from '../../contract/language.ts';
import { letterFieldKinds } from '../../contract/letter-field.ts';
import { nearName } from '../near-name.ts';

/** The dates that a letter may ask for without saying more. */
export const plainAsks = ['date', 'validFrom', 'validUntil'] as const;
export type PlainAsk = (typeof plainAsks)[number];

/** Something typed into one letter alone: it stands under `letters.<letter>.fields.<id>`, and in the wording as `letter.<id>`. */
export const askSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-zA-Z0-9]*$/),
  title: localizedSchema,
  kind: z.enum(letterFieldKinds),
  required: z.boolean(),
  hint: localizedSchema.optional(),
  /** Asked only in dossiers of one of these categories. */
  categories: z.array(z.string()).min(1).optional(),
  /** Whose it is: in a batch, a row of another one does not take over what the dossier holds. */
  of: z
    .array(z.enum(['company', 'app', 'licensor', 'affiliate']))
    .min(1)
    .optional(),
});
export type Ask = Readonly<z.infer<typeof askSchema>>;

/** Of what hangs on categories, asks or periods, what applies to a dossier. */
export const applying = <T extends { readonly categories?: readonly string[] | undefined }>(
  all: readonly T[],
  document: Pick<DossierDocument, 'categories'>,
): readonly T[] =>
  all.filter(
    ({ categories }) =>
      categories === undefined || categories.some((one) => document.categories.includes(one)),
  );

/** What `asks` of the front matter lists. */
export const asksSchema = z.array(
  z.union([z.enum(plainAsks), askSchema], {
    error: '应为 date、validFrom、validUntil，或 { id, title, kind, required }，id 形如 endDate',
  }),
);

/** A time that a clause fixes between two typed dates: `from` lies at least so many days before `to`. */
export const periodSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** 0: no later than `to`. */
  atLeast: z.number().int().nonnegative(),
  unit: z.enum(['day', 'working-day']),
  /** Only in dossiers of one of these categories. */
  categories: z.array(z.string()).min(1).optional(),
  /** The clause that fixes it; without one it is only the order of the dates. */
  cites: z.string().optional(),
});
export type Period = Readonly<z.infer<typeof periodSchema>>;

interface AskingFrontMatter {
  readonly asks: z.infer<typeof asksSchema>;
  readonly periods: readonly Period[];
  readonly cites: readonly string[];
  readonly kind: 'letter' | 'notice';
  readonly requirement?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
  readonly because?: Localized | undefined;
}

/** One fault of a front matter: where in it, what is wrong, what to do. */
export interface FrontMatterFault {
  readonly path: readonly (string | number)[];
  readonly text: Localized;
  readonly hint: Localized;
}

/** What the schema of a front matter cannot say: names used twice, periods of no dates, what a letter or a notice lacks. */
export function askFaults(front: AskingFrontMatter): readonly FrontMatterFault[] {
  return [...repeatedAsks(front), ...strayPeriods(front), ...kindFaults(front)];
}

function repeatedAsks({ asks }: AskingFrontMatter): readonly FrontMatterFault[] {
  const taken = new Set<string>(plainAsks);
  return asks.flatMap((ask, index): readonly FrontMatterFault[] => {
    if (typeof ask === 'string') return [];
    if (!taken.has(ask.id)) {
      taken.add(ask.id);
      return [];
    }
    return [
      {
        path: ['asks', index],
        text: { zh: `「${ask.id}」已经用过`, en: `“${ask.id}” is taken` },
        hint: { zh: '请换一个 id', en: 'Choose another id' },
      },
    ];
  });
}

function strayPeriods({ asks, periods, cites }: AskingFrontMatter): readonly FrontMatterFault[] {
  const dates = asks.flatMap((ask) =>
    typeof ask === 'string' ? [ask] : ask.kind === 'date' ? [ask.id] : [],
  );
  return periods.flatMap((period, index): readonly FrontMatterFault[] => {
    const strays = (['from', 'to'] as const)
      .filter((end) => !dates.includes(period[end]))
      .map((end): FrontMatterFault => {
        const near = nearName(period[end], dates);
        return {
          path: ['periods', index, end],
          text: {
            zh: `asks 里没有名为「${period[end]}」的日期`,
            en: `asks has no date “${period[end]}”`,
          },
          hint:
            near === undefined
              ? { zh: `可用的日期：${dates.join('、')}`, en: `There are: ${dates.join(', ')}` }
              : { zh: `是否想写「${near}」？`, en: `Did you mean “${near}”?` },
        };
      });
    if (period.cites === undefined || cites.includes(period.cites)) return strays;
    const uncited: FrontMatterFault = {
      path: ['periods', index, 'cites'],
      text: { zh: `cites 没有列出 ${period.cites}`, en: `cites does not list ${period.cites}` },
      hint: { zh: '请把这一条加进 cites', en: 'Add the clause to cites' },
    };
    return [...strays, uncited];
  });
}

function kindFaults(front: AskingFrontMatter): readonly FrontMatterFault[] {
  const fault = (key: string, zh: string, en: string): FrontMatterFault => ({
    path: [key],
    text: { zh, en },
    hint: {
      zh: '请对照 resources/letters/README.md 填写',
      en: 'Compare it with resources/letters/README.md',
    },
  });
  const { kind, requirement, platforms, because } = front;
  const isNotice = kind === 'notice';
  return [
    ...(!isNotice && requirement === undefined
      ? [fault('requirement', '缺少 requirement', 'requirement is missing')]
      : []),
    ...(isNotice && (platforms ?? []).length === 0
      ? [
          fault(
            'platforms',
            '通知（kind: notice）要写明用于哪些平台：platforms',
            'a notice says for which platforms it is',
          ),
        ]
      : []),
    ...(isNotice && because === undefined
      ? [
          fault(
            'because',
            '通知（kind: notice）要写明何时使用：because',
            'a notice says when it is made: because',
          ),
        ]
      : []),
    ...(!isNotice && (platforms ?? because) !== undefined
      ? [
          fault(
            platforms === undefined ? 'because' : 'platforms',
            'platforms 和 because 只用于通知（kind: notice）',
            'platforms and because are for notices alone',
          ),
        ]
      : []),
  ];
}
