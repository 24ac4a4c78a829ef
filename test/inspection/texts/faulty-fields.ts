import type { CorpusCase } from '../corpus-case.ts';

const inField = (kind: string, as: string, field: string, value: unknown): CorpusCase => ({
  id: `${kind}/${as}`,
  role: 'fields',
  defects: [{ kind, at: [field] }],
  clean: [],
  make: async () => ({ fields: { [field]: value }, files: new Map() }),
});

/** Permissions and search keywords with one thing wrong. */
export const faultyFields: readonly CorpusCase[] = [
  ...[
    [{ name: '麦克风' }],
    [{ name: '相机', purpose: '' }],
    [{ name: '位置', purpose: '核对签到地点' }, { name: '通讯录' }],
  ].map((list, n) => inField('permission-unexplained', `no-purpose-${n + 1}`, 'app.permissions', list)),
  ...['提升用户体验', '业务需要', '为了给您提供更好的服务', '功能使用', '产品优化'].map((purpose, n) =>
    inField('permission-vague', `vague-${n + 1}`, 'app.permissions', [{ name: '位置', purpose }]),
  ),
  inField('permission-twice', 'same-name', 'app.permissions', [
    { name: '麦克风', purpose: '录音转写' },
    { name: '麦克风', purpose: '语音输入' },
  ]),
  ...[
    ['纪要', '纪要'],
    ['待办', '会议', '待办 '],
    ['AI', 'ＡＩ'],
  ].map((list, n) => inField('keyword-twice', `twice-${n + 1}`, 'app.searchKeywords', list)),
  ...['世界杯', '王者荣耀', '躺赚', '春晚'].map((word, n) =>
    inField('keyword-hot', `hot-${n + 1}`, 'app.searchKeywords', ['纪要', word]),
  ),
  ...['抖音', 'Zoom', '支付宝'].map((word, n) =>
    inField('keyword-brand', `brand-${n + 1}`, 'app.searchKeywords', ['纪要', word]),
  ),
  ...['彩票', '六合彩', '德州扑克'].map((word, n) =>
    inField('keyword-betting', `betting-${n + 1}`, 'app.searchKeywords', ['待办', word]),
  ),
  ...['减肥食谱', '二手车', '租房', '星座运势', '美甲'].map((word, n) =>
    inField('keyword-unrelated', `unrelated-${n + 1}`, 'app.searchKeywords', ['纪要', '待办', word]),
  ),
];
