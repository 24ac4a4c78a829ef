import type { PointState, ReviewedItem, ReviewedPoint, ReviewedText } from '../../../contract/text-review.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page, type Tone } from '../page.ts';
import { citesText } from '../report-lines.ts';

const looks: Readonly<Record<PointState, readonly [mark: string, tone: Tone, zh: string, en: string]>> = {
  found: ['✓', 'green', '找到了段落，请人核对', 'a passage was found; a person reads it'],
  unclear: ['?', 'yellow', '只说了一部分，请人判断', 'said only in part; a person decides'],
  missing: ['✗', 'red', '没有找到', 'nothing was found'],
  'not-applicable': ['·', 'dim', '按目前的回答不需要', 'not asked for by the present answers'],
  open: ['…', 'cyan', '要不要写取决于还没回答的问题', 'hangs on questions not yet answered'],
  person: ['☞', 'cyan', '只能由人判断', 'for a person alone'],
  'not-checked': ['-', 'dim', '没有检查', 'not checked'],
};

const shortest = (text: string): string => {
  const line = plain(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
};

function writePoint(page: Page, point: ReviewedPoint): void {
  const [mark, tone, zh, en] = looks[point.state];
  const advice = point.advice
    ? page.t('（条款没有要求，是我们的建议）', ' (our advice, no clause asks for it)')
    : '';
  page.paragraph(
    `${point.title}${page.t('：', ': ')}${page.t(zh, en)}${advice}`,
    4,
    `  ${page.paint(tone, mark)}`,
  );
  const [passage] = point.passages;
  if (passage !== undefined) {
    const heading = passage.heading === null ? '' : `[${shortest(passage.heading)}] `;
    page.paragraph(
      `${heading}${page.t('「', '“')}${shortest(passage.quote)}${page.t('」', '”')}`,
      6,
      '',
      'dim',
    );
  }
  if (point.state === 'missing' || point.state === 'unclear') {
    page.paragraph(`${page.t('怎样补：', 'To add: ')}${point.add ?? ''}`, 6);
    if (point.cites.length > 0) page.paragraph(citesText(page, point.cites), 6, '', 'dim');
  }
  if (point.state === 'open') {
    page.paragraph(
      page.t(`先回答：${(point.facts ?? []).join('、')}`, `Answer first: ${(point.facts ?? []).join(', ')}`),
      6,
    );
  }
}

function writeItem(page: Page, item: ReviewedItem): void {
  page.line(page.paint('bold', item.title));
  for (const point of item.points) writePoint(page, point);
  for (const { rule, message } of item.findings) {
    page.paragraph(message, 4, `  ${page.paint('yellow', '!')}`);
    page.paragraph(rule, 6, '', 'dim');
  }
  if (item.statement !== undefined) {
    const { rule, by, on } = item.statement;
    page.paragraph(
      by === undefined
        ? page.t(`由人确认：声明 ${rule} 还没有作出`, `For a person: the statement ${rule} is not made yet`)
        : page.t(
            `由人确认：${plain(by)} 于 ${on ?? ''}（${rule}）`,
            `Confirmed by ${plain(by)} on ${on ?? ''} (${rule})`,
          ),
      4,
      '',
      'dim',
    );
  }
}

function writeText(page: Page, text: ReviewedText): void {
  page.line(page.paint('bold', `${text.title}${text.path === null ? '' : `  ${plain(text.path)}`}`));
  if (text.why !== undefined) {
    page.paragraph(text.why, 2);
    page.line();
    return;
  }
  page.line();
  for (const item of text.items) writeItem(page, item);
  page.line();
  const points = text.items.flatMap((item) => item.points).filter((point) => !point.advice);
  const count = (state: PointState): number => points.filter((point) => point.state === state).length;
  page.paragraph(
    page.t(
      `找到段落 ${count('found')} 条，说得不全 ${count('unclear')} 条，没有找到 ${count('missing')} 条。找到段落不等于写得对，请人逐条读过。`,
      `Passages found ${count('found')}, in part ${count('unclear')}, nothing found ${count('missing')}. A passage found does not prove that it is right: a person reads each.`,
    ),
    0,
  );
  page.line();
}

/** `yinqi policy DIR`: privacy policy and user agreement item by item, with the passage that answers each or what to add. */
export const policyCommand: Command = {
  name: 'policy',
  summary: {
    zh: '逐条列出隐私政策和用户协议写到的段落、缺的内容',
    en: 'lists, item by item, what the privacy policy and the user agreement say and lack',
  },
  words: [dossierWord],
  options: {},
  formats: ['human', 'json'],
  notes: {
    zh: '机器只找段落，不判断写得对不对；问题以 yinqi check 为准。JSON 里的 start、end 是段落在 text 中的位置（UTF-16 单元）。',
    en: 'The machine finds passages and does not judge them; findings are those of yinqi check. In JSON start and end are places in text, in UTF-16 units.',
  },
  async run(given, session) {
    const review = await session.call('texts.review', { dossier: given.requiredWord('DIR') });
    return {
      exitCode: 0,
      json: review,
      human(page) {
        for (const text of review.texts) writeText(page, text);
        if (review.texts.length === 0) {
          page.line(
            page.t(
              '这个平台的规则库没有对文本的逐条要求。',
              'This platform’s rulebook asks nothing of texts item by item.',
            ),
          );
        }
      },
    };
  },
};
