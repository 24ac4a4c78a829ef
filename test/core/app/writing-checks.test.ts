import { describe, expect, test } from 'vitest';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';

const message = { zh: '请改。', en: 'Change it.' };
const run = (
  name: string,
  field: string,
  value: unknown,
  parameters: object,
  parts = {},
  words: readonly string[] = [],
) =>
  checkRegistry.get(name)!.run({ kind: 'field', field, value }, parameters, {
    document: dossierWith(parts),
    rulebook: { wordLists: new Map([['list', words]]) },
    inspections: new Map(),
    today: '2026-07-01',
  });

describe('word-stuffing', () => {
  const outcome = (text: string) =>
    run('word-stuffing', 'app.description', text, { times: 6, share: 0.15, items: 14 })[0]!.outcome;

  test.each(['纪要纪要纪要', '纪要，纪要，纪要', 'notes notes notes'])('a word in a row: %s', (text) =>
    expect(outcome(text)).toBe('needs-person'),
  );
  test.each(['天天向上', '好好学习，天天向上', '一步一步来', '常常看看', '2022年2022次', 'www.example.com'])(
    'no row: %s',
    (text) => expect(outcome(text)).toBe('pass'),
  );

  test.each(['纪要纪要会议纪要智能纪要', '会议记录会议待办会议签到', '会议纪要、智能纪要、语音纪要、纪要'])(
    'a word that fills a short text: %s',
    (text) => expect(outcome(text)).toBe('needs-person'),
  );
  test.each([
    '写纪要、看纪要、改纪要',
    '会前会中会后一页看完',
    '例会、周会、月会都好用',
    '会议要点与会议待办',
  ])('a short text not filled by a word: %s', (text) => expect(outcome(text)).toBe('pass'));

  test('a row of items is a chain only without a sentence', () => {
    expect(outcome(Array.from({ length: 14 }, (_, n) => `词${n}`).join('、'))).toBe('needs-person');
    expect(outcome(Array.from({ length: 13 }, (_, n) => `词${n}`).join('、'))).toBe('pass');
  });
});

test('distinct-texts says at which text', () => {
  const [, , twice] = run('distinct-texts', 'app.searchKeywords', ['AI', '纪要', 'ａｉ'], { message });
  expect(twice).toMatchObject({ outcome: 'fail', at: 'app.searchKeywords.2' });
});

test.each([
  ['todo', 'needs-person'],
  ['ＴＯＤＯ。', 'needs-person'],
  ['XXX', 'needs-person'],
  ['××××', 'needs-person'],
  ['测试', 'needs-person'],
  ['…', 'needs-person'],
  ['地址：XXXX', 'needs-person'],
  ['客服电话【请填写】', 'needs-person'],
  ['联系人（待定）', 'needs-person'],
  ['TODO：补充截图', 'needs-person'],
  ['XX市XX区', 'needs-person'],
  ['把 TODO 分给负责人', 'pass'],
  ['测试团队的缺陷评审', 'pass'],
  ['尺码从 S 到 XXXL', 'pass'],
  ['会后整理（支持语音）', 'pass'],
  ['说明：**重点**写在前面', 'pass'],
  ['号码显示为 138****0000', 'pass'],
  ['X 轴与 Y 轴', 'pass'],
])('the gaps of %s: %s', (text, outcome) => {
  expect(run('filled-in', 'app.description', text, {})[0]!.outcome).toBe(outcome);
});

test.each([
  ['样例AI纪要 2.0', 'pass'],
  ['𠮷祥纪要', 'pass'],
  ['ＡＩ纪要', 'pass'],
  ['会議メモ', 'needs-person'],
  ['회의록', 'needs-person'],
  ['བོད་ཡིག', 'needs-person'],
  ['Заметки', 'needs-person'],
  ['Größe', 'needs-person'],
])('the scripts of %s: %s', (text, outcome) => {
  expect(run('usual-scripts', 'app.name', text, { message })[0]!.outcome).toBe(outcome);
});

test('permissions: each finding stands at its own line', () => {
  const permissions = [
    { name: '麦克风', purpose: '录音转写会议发言' },
    { name: '摄像头' },
    { name: '通讯录', purpose: '业务需要。' },
    { name: '麦 克 风', purpose: '语音输入' },
    { name: '位置', purpose: '位置' },
  ];
  const parts = { app: { permissions } };
  const found = run(
    'permissions-explained',
    'app.permissions',
    permissions,
    { vague: 'list', fillers: 'none' },
    parts,
    ['业务需要'],
  );
  expect(found.map((one) => one.outcome)).toEqual(['pass', 'fail', 'needs-person', 'fail', 'needs-person']);
  expect(found[1]).toMatchObject({ at: 'app.permissions.1' });
});
