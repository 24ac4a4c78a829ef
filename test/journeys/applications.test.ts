import { beforeAll, expect, test } from 'vitest';
import { drawPapers } from './draw-papers.ts';
import { handsFor, keyboard } from './hands.ts';
import { run } from './run-yinqi.ts';
import { useDesk } from './use-desk.ts';
import { walkDossier } from './walk-dossier.ts';

const desk = useDesk();

const plain = {
  name: '样例纪要',
  intro: '把会中要点整理成纪要与待办',
  description: '样例纪要把主持人在会中记下的要点、结论和待办按议题归类，会后排成一份纪要。',
};
const papers: Map<string, string> = new Map();
beforeAll(async () => {
  const drawn = await drawPapers(
    ['《金融许可证》', '《互联网信息服务安全评估报告》', '安全评估提交结果截图', '本公司的算法备案'],
    '深圳市样例科技有限公司',
  );
  for (const [title, path] of drawn) papers.set(title, path);
});

/** The names in a bundle, as Python's zipfile reads them. */
const namesIn = (bundle: string): string =>
  run('python3', [
    '-c',
    'import sys,zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))',
    bundle,
  ]).stdout;

test('a first-time company goes from an empty page to a bundle that verifies', async () => {
  await walkDossier(desk, { category: /^其他/, app: plain });
});

test('the same is done with the keyboard and nothing else', async () => {
  await walkDossier(desk, { hands: keyboard, category: /^其他/, app: plain });
}, 600_000);

test('a bank gives its financial licence, and the bundle has it in its place', async () => {
  const bundle = await walkDossier(desk, {
    hands: handsFor('bank'),
    category: /^银行/,
    answers: [[/特殊资质许可证都是本公司的/, '都是本公司的']],
    app: {
      name: '样例银行助手',
      intro: '在会中查看网点与理财日程',
      description: '样例银行助手让客户经理在会中打开网点资料和预约日程，不在会中办理任何资金业务。',
    },
    files: new Map([['《金融许可证》', papers.get('《金融许可证》') ?? '']]),
  });
  expect(namesIn(bundle)).toContain('金融许可证');
}, 600_000);

test('a generative app with chat gives its assessment, its filing and its commitment', async () => {
  const bundle = await walkDossier(desk, {
    hands: handsFor('generative'),
    category: /^深度合成、生成式人工智能/,
    answers: [
      [/聊天、评论、私信或弹幕/, '是'],
      [/用的是谁的技术/, '自研技术'],
      [/特殊资质许可证都是本公司的/, '都是本公司的'],
    ],
    app: {
      name: '样例写手',
      intro: '按会议要点生成发言草稿',
      description: '样例写手按用户给出的要点生成发言草稿，生成的内容带有标识，可以在会中与同事讨论。',
    },
    files: new Map([
      ['《互联网信息服务安全评估报告》', papers.get('《互联网信息服务安全评估报告》') ?? ''],
      ['安全评估提交结果截图', papers.get('安全评估提交结果截图') ?? ''],
      ['本公司的算法备案', papers.get('本公司的算法备案') ?? ''],
    ]),
    letters: ['互联网信息服务安全承诺书'],
  });
  expect(namesIn(bundle)).toContain('安全评估报告');
}, 600_000);

test('an individual is told what the reviewer must decide, and comes to a bundle all the same', async () => {
  await walkDossier(desk, {
    hands: handsFor('individual'),
    applicant: '个人',
    category: /^其他/,
    app: plain,
  });
}, 600_000);
