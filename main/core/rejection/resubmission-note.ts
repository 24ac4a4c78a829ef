import type { Block, DocumentTree } from '../../contract/letters.ts';
import { heading, note, table } from '../bundle/checklist-blocks.ts';
import { printableTexts } from '../letters/printable-texts.ts';
import type { Resubmission } from './resubmission.ts';

/** Where the note lies inside the bag: to print, and as text to paste. */
export const resubmissionPaths = {
  pdf: 'data/重新提交说明.pdf',
  text: 'data/重新提交说明.txt',
} as const;

const closing = '本说明只列出所做的修改，不表示申请会获通过，结果以平台审核为准。';
const nothingKept = '没有上一次导出的记录，无法列出改动。';
const nothingChanged = '与上一次导出相比，材料、填写内容和函件都没有改动。';

const stateOf = ({ isDone, text }: { readonly isDone: boolean; readonly text: string }): string =>
  isDone ? `已处理。${text}` : `尚未处理。${text}`;

const answersOf = (answers: Resubmission['rejections'][number]['points'][number]['answers']): string =>
  answers.length === 0 ? '尚未处理。' : answers.map(stateOf).join('\n');

/** The note as a document tree: the rejections point by point, then what changed. */
export function resubmissionTree(made: Resubmission, canPrint: (character: string) => boolean): DocumentTree {
  const tree: DocumentTree = {
    title: '重新提交说明',
    author: made.company,
    language: 'zh-CN',
    subject: made.app,
    blocks: [
      { kind: 'title', text: '重新提交说明' },
      {
        kind: 'particulars',
        rows: [
          { label: '申请公司', value: made.company },
          { label: '应用名称', value: made.app },
          ...(made.since === null
            ? []
            : [{ label: '上次导出', value: `${made.since.on}　${made.since.fileName}` }]),
          { label: '本次导出', value: made.date },
        ],
      },
      ...(made.isDraft ? [note('本说明为草稿，请勿据此提交。')] : []),
      ...made.rejections.flatMap(({ on, points }): readonly Block[] => [
        heading(`对 ${on} 退回意见的逐条答复`),
        table(
          [
            ['序号', 0.07],
            ['退回意见', 0.33],
            ['依据', 0.28],
            ['处理情况', 0.32],
          ],
          points.map(({ words, basis, answers }, index) => [
            String(index + 1),
            words,
            basis.join('\n'),
            answersOf(answers),
          ]),
        ),
      ]),
      heading('自上次导出以来的改动'),
      ...changeBlocks(made),
      note(closing),
    ],
    code: null,
    isDraft: made.isDraft,
    style: 'checklist',
  };
  return printableTexts(tree, canPrint);
}

function changeBlocks({ since, changes }: Resubmission): readonly Block[] {
  if (since === null) return [note(nothingKept)];
  if (changes.length === 0) return [note(nothingChanged)];
  return [
    table(
      [
        ['类别', 0.14],
        ['改动', 0.86],
      ],
      changes.map(({ title, lines }) => [title, lines.join('\n')]),
    ),
  ];
}

/** The same as text to paste into the platform's form: UTF-8 with byte order mark and CRLF, as every Notepad takes it. */
export function resubmissionText(made: Resubmission): string {
  const { rejections, since, changes } = made;
  const lines = [
    `《${made.app}》重新提交说明（${made.date}）${made.isDraft ? '【草稿】' : ''}`,
    '',
    ...rejections.flatMap(({ on, points }) => [
      `【对 ${on} 退回意见的逐条答复】`,
      ...points.flatMap(({ words, basis, answers }, index) => [
        `${index + 1}. 意见：${words}`,
        ...(basis.length === 0 ? [] : [`   依据：${basis.join('；')}`]),
        `   处理：${answersOf(answers).replaceAll('\n', '；')}`,
      ]),
      '',
    ]),
    '【自上次导出以来的改动】',
    ...(since === null
      ? [nothingKept]
      : changes.length === 0
        ? [nothingChanged]
        : changes.flatMap(({ title, lines: all }) => [`${title}：`, ...all.map((line) => `- ${line}`)])),
    '',
    closing,
  ];
  return `\ufeff${lines.join('\n')}\n`.replaceAll('\n', '\r\n');
}
