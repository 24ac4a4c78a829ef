import type { WordSpec } from './command.ts';

/** DIR: the dossier folder that a command works on. */
export const dossierWord: WordSpec = {
  name: 'DIR',
  required: true,
  help: { zh: '案卷文件夹（内有 dossier.yaml）', en: 'the dossier folder, which holds dossier.yaml' },
};
