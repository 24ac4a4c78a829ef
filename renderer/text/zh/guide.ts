/** Texts of the panel that explains what has the focus. */
export const guide = {
  title: '这一项的规定',
  open: '规定说明',
  'open.keys': '打开或关闭光标所在那一项的规定说明（F1）',
  close: '收起',
  nothing: '光标移到某一项、某份材料或某个问题上，这里就说明它依据的规定。',
  none: '没有规则直接针对这一项；函件或其他材料可能要用到它。',
  more: '另有 {{count}} 条规则也看这一项',
  loading: '正在查找说明…',
  cites: '依据',
  dated: '{{date}} 版',
  undated: '未注明日期',
} as const;
