import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import { defineCheck, type Conclusion } from '../review/check.ts';
import type { TextPoint } from '../../contract/text-standard.ts';
import { judgePoint, type PointAnswer } from '../texts/judge-points.ts';
import { laidOutText } from './readable-text.ts';
import { notApplicable } from './text-files.ts';

/** A passage as a message shows it. */
const shown = (quote: string): string => {
  const line = quote.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** What is missing, what is said in part, and what to add. */
function messageOf(lacking: readonly (PointAnswer & { readonly point: TextPoint })[]): Localized {
  const missing = lacking.filter(({ state }) => state === 'missing').map(({ point }) => point.title);
  const partly = lacking
    .filter(({ state }) => state === 'unclear')
    .map(({ point: { title }, passages }) => ({ title, quote: shown(passages[0]?.quote ?? '') }));
  const adds = [...new Map(lacking.map(({ point: { add } }) => [add.zh, add])).values()];
  return {
    zh: [
      missing.length === 0 ? '' : `没有找到关于${missing.map(({ zh }) => `“${zh}”`).join('、')}的内容。`,
      ...partly.map(({ title, quote }) => `关于“${title.zh}”只看到「${quote}」，没有写全。`),
      ...adds.map(({ zh }) => zh),
      '已经用别的说法写明的，由人确认。',
    ].join(''),
    en: [
      missing.length === 0 ? '' : `Nothing was found on ${missing.map(({ en }) => `“${en}”`).join(', ')}.`,
      ...partly.map(
        ({ title, quote }) => `On “${title.en}” only “${quote}” was found, which is not the whole.`,
      ),
      ...adds.map(({ en }) => en),
      'Where it is said in other words, a person confirms it.',
    ]
      .filter((one) => one !== '')
      .join(' '),
  };
}

/**
 * `text-points`: a text says something on each of some points of a standard (texts/<id>.yaml). What it says nothing on, or only in
 * part, is shown to a person with what to add; that a passage was found proves nothing and is told only in the text's own report.
 */
export const textPoints = defineCheck({
  name: 'text-points',
  parameters: z.strictObject({
    text: z.string(),
    points: z.array(z.string()).min(1),
    /** Facts without whose answers there is nothing to look for yet. */
    onceAnswered: z.array(z.string()).optional(),
  }),
  run(subject, { text, points, onceAnswered }, { document, rulebook }) {
    const { facts = {} } = document;
    if ((onceAnswered ?? []).some((fact) => facts[fact] === undefined)) return notApplicable;
    if (subject.kind === 'field') return notApplicable;
    const standard = rulebook.texts?.find((one) => one.id === text);
    const wanted = points.map((id) =>
      standard?.items.flatMap((item) => item.points).find((point) => point.id === id),
    );
    if (standard === undefined || wanted.includes(undefined)) {
      return [
        {
          outcome: 'not-checked',
          message: {
            zh: `规则库里没有「${text}」的这些要点，未能检查`,
            en: `The rulebook has no such points of “${text}”: not checked`,
          },
        },
      ];
    }
    const conclusions = subject.files.flatMap((file): readonly Conclusion[] => {
      const read = laidOutText(file);
      if (read === null) return [];
      const judged = wanted.flatMap((point) =>
        point === undefined ? [] : [{ point, ...judgePoint(read, standard, point, document) }],
      );
      const lacking = judged.filter(({ state }) => state !== 'found');
      return lacking.length === 0
        ? [{ outcome: 'pass' }]
        : [{ outcome: 'needs-person', at: file.path, message: messageOf(lacking) }];
    });
    return conclusions.length === 0 ? notApplicable : conclusions;
  },
});
