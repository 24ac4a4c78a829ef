import type { Command } from '../command.ts';
import { actionOptions, actionWord, runAction } from '../command-action.ts';
import type { TemplateAction } from '../template-action.ts';
import { templateClauses } from './template-clauses.ts';
import { templateCheck, templateSave } from './template-files.ts';
import { templateCompare, templateList, templateShow } from './template-versions.ts';
import { templateRead, templateWord } from './template-word.ts';

/** What `yinqi template` does, in the order of its help. */
const actions: readonly TemplateAction[] = [
  templateList,
  templateShow,
  templateCompare,
  templateCheck,
  templateSave,
  templateWord,
  templateRead,
  templateClauses,
];

/** `yinqi template list|show|compare|check|save|word|read|clauses`: the wordings of letters, the app's own and the team's. */
export const templateCommand: Command = {
  name: 'template',
  summary: {
    zh: '查看、比较、检查、保存函件模板',
    en: 'shows, compares, checks and saves the letters’ templates',
  },
  words: [
    actionWord(actions),
    {
      name: 'NAME',
      required: false,
      help: {
        zh: '函件的编号、clauses/条款编号，或文件',
        en: 'the id of a letter, clauses/ID of a shared clause, or a file',
      },
    },
  ],
  options: actionOptions(actions),
  formats: ['human', 'json'],
  notes: {
    zh: '团队模板放在 --templates 文件夹的 函件编号/版本/template.md，旁边可放 sample.yaml；最新版本优先于自带模板，旧版本一律保留。团队的共用条款放在 clauses/条款编号/版本.md。',
    en: 'A team’s templates lie in the --templates folder as letter/version/template.md, with a sample.yaml beside where there is one; the newest goes before the app’s own, and old ones are kept. Its shared clauses lie there as clauses/clause/version.md.',
  },
  run: (given, session) => runAction('template', actions, given, session),
};
