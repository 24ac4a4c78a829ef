import type { Localized } from '../../contract/language.ts';

/** A rule of the program itself: it judges the dossier's consistency and cites no platform. */
export interface HouseRule {
  readonly id: string;
  readonly title: Localized;
  readonly what: Localized;
  readonly how: Localized;
}

/** Findings on the dossier itself, for every platform. */
export const houseRules = {
  erased: {
    id: 'paper-erased-after-acceptance',
    title: { zh: '通过之后按设定删除的文件', en: 'Papers erased after acceptance, as set' },
    what: {
      zh: '案卷记下了通过日期，并设定了证件副本或扫描件在若干天后删除。删除的是内容，哈希和记录保留；这样的文件不算缺失。',
      en: 'The dossier records the day of acceptance and sets copies of identity papers or scans to be erased some days later. Their bytes go, hash and record stay; such a paper does not count as missing.',
    },
    how: {
      zh: '要重新提交时，把文件再放入原来的栏目；撤回通过日期后，删除的文件按缺失处理。',
      en: 'For a new submission add the files again; once the day of acceptance is taken back, erased papers count as missing.',
    },
  },
  coverage: {
    id: 'dossier-within-coverage',
    title: { zh: '本版规则覆盖所选范围', en: 'This version’s rules cover what was chosen' },
    what: {
      zh: '规则库逐步扩充。所选平台、申请类型或类目尚未覆盖时，本程序不能判断材料是否齐全，也绝不给出通过的结论。',
      en: 'The rulebook grows step by step. Where it does not yet cover the chosen platform, track or category, the program cannot judge the papers and never says that they pass.',
    },
    how: {
      zh: '请核对所选平台、类型和类目；如确属未覆盖的范围，请对照平台原文自行准备，并等待规则库更新。',
      en: 'Check what was chosen. If it is right, prepare the papers from the platform’s own text and wait for a newer rulebook.',
    },
  },
  choices: {
    id: 'choices-known',
    title: { zh: '平台、类型和类目是规则库认识的', en: 'Platform, track and categories are known' },
    what: {
      zh: '案卷的 track 和 categories 必须是规则库中的编号，类目至少选一个。',
      en: 'The dossier’s track and categories must be ids of the rulebook, with at least one category.',
    },
    how: { zh: '用 yinqi categories 查看全部类目编号。', en: 'See all category ids with yinqi categories.' },
  },
  documents: {
    id: 'documents-known',
    title: { zh: '文件放在认得的栏目下', en: 'Files stand under known requirements' },
    what: {
      zh: 'documents 的每个键都必须是规则库中一项文件或函件的编号，否则文件会被漏看。',
      en: 'Every key of documents must be the id of a document or letter of the rulebook, or its files would be overlooked.',
    },
    how: {
      zh: '用 yinqi requirements 查看编号，改正键名。',
      en: 'See the ids with yinqi requirements and correct the key.',
    },
  },
  notNeeded: {
    id: 'document-not-needed',
    title: { zh: '文件不在所需之列', en: 'A file that is not needed' },
    what: {
      zh: '按目前的选择和回答，这一栏不需要文件，因此没有检查它。',
      en: 'With the present choices and answers nothing is needed here, so the file was not checked.',
    },
    how: {
      zh: '请确认相关问题的回答；如确实不需要，可以移除。',
      en: 'Confirm the answers it hangs on, or remove the file.',
    },
  },
  facts: {
    id: 'facts-known',
    title: { zh: '回答与问题相符', en: 'Answers fit their questions' },
    what: {
      zh: 'facts 的每个键必须是规则库中的问题，值必须是该问题的选项。不相符的回答按未回答处理。',
      en: 'Every key of facts must be a question of the rulebook and its value one of the options. An answer that does not fit counts as not given.',
    },
    how: { zh: '用 yinqi facts 查看问题和选项。', en: 'See the questions and options with yinqi facts.' },
  },
  unanswered: {
    id: 'facts-answered',
    title: { zh: '问题都已回答', en: 'Every question is answered' },
    what: {
      zh: '有的材料是否需要，取决于这些问题的回答。',
      en: 'Whether some papers are needed hangs on these questions.',
    },
    how: { zh: '请逐一回答；不确定时问清楚再答。', en: 'Answer each; ask when unsure.' },
  },
  attestations: {
    id: 'attestations-known',
    title: { zh: '声明对应规则', en: 'Statements belong to rules' },
    what: {
      zh: 'attestations 的每个键必须是规则库中的规则编号；声明日期不晚于今天。',
      en: 'Every key of attestations must be the id of a rule, and its date not after today.',
    },
    how: {
      zh: '用 yinqi rules 查看规则编号，改正键名或日期。',
      en: 'See the ids with yinqi rules and correct the key or date.',
    },
  },
  inspected: {
    id: 'files-inspected',
    title: { zh: '所有文件都看过', en: 'Every file was looked at' },
    what: {
      zh: '案卷里登记的文件必须逐个打开检查；没能检查的，如实列出。',
      en: 'Every file that the dossier names must be opened and looked at; those that were not are listed.',
    },
    how: {
      zh: '请重新检查一次；若仍出现，请确认文件没有被移动或占用。',
      en: 'Check again; if it stays, see whether the file was moved or is held by another program.',
    },
  },
  rejections: {
    id: 'rejection-tasks-done',
    title: { zh: '退回意见都已处理', en: 'Every point of a rejection is dealt with' },
    what: {
      zh: '平台退回后列出的处理事项，逐项做完再重新提交。这是本程序自己的提醒。',
      en: 'What was noted down to be done after a rejection is done before the next submission. This is our own reminder.',
    },
    how: {
      zh: '在“导出”一步的“退回意见”里逐项处理，写明做了什么并标为已处理。',
      en: 'Go through them under “Rejections” of the bundle step, say what was done, and mark each as done.',
    },
  },
  metadata: {
    id: 'picture-metadata',
    title: { zh: '图片里不带位置、设备和作者', en: 'Pictures without position, device and author' },
    what: {
      zh: 'LOGO 和预览图会公开展示；照片和有的截图里带着拍摄位置、设备型号或作者。这是本程序自己的建议，没有平台规则这样要求。',
      en: 'Logos and previews are shown in public; photographs and some screenshots carry the place, device or author. This is our own advice: no platform’s rule asks for it.',
    },
    how: {
      zh: '去掉这些信息再上传；可以公开就不用管。',
      en: 'Take it out before the upload; leave it where it may be known.',
    },
  },
} as const satisfies Record<string, HouseRule>;

/** The house rule of this id; undefined for any other. */
export const houseRuleOf = (id: string): HouseRule | undefined =>
  Object.values<HouseRule>(houseRules).find((rule) => rule.id === id);
