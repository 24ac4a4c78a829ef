import type { Command } from '../command.ts';
import { actionOptions, actionWord, runAction, type CommandAction } from '../command-action.ts';
import { libraryExport } from './library-export.ts';
import { libraryMerge, libraryPlan } from './library-merge.ts';

/** What `yinqi library` does, in the order of its help. */
const actions: readonly CommandAction[] = [libraryExport, libraryPlan, libraryMerge];

/** `yinqi library export|plan|merge`: hands the app's dossiers over to another computer in one file and merges what comes back. */
export const libraryCommand: Command = {
  name: 'library',
  summary: {
    zh: '把应用里的案卷交接到另一台电脑，并合并回来',
    en: 'hands the app’s dossiers over to another computer and merges what comes back',
  },
  words: [
    actionWord(actions),
    {
      name: 'FILE.yinqi',
      required: false,
      help: { zh: '交接文件（plan、merge）', en: 'the file that was handed over (plan, merge)' },
    },
  ],
  options: actionOptions(actions),
  formats: ['human', 'json'],
  notes: {
    zh: '对应用数据文件夹里的案卷操作（环境变量 YINQI_DATA 可指定另一个）；案卷文件夹直接复制即可。合并要么全部完成，要么什么都不变；先用 plan 看会发生什么。没有选的一边保存在合并记录里。',
    en: 'It works on the dossiers of the app’s data folder (YINQI_DATA names another); a dossier folder is simply copied. A merge is done whole or not at all; plan says beforehand what it does. The side that was not picked is kept in the record of the merge.',
  },
  run: (given, session) => runAction('library', actions, given, session),
};
