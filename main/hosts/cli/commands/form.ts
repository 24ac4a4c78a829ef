import type { Command } from '../command.ts';
import { actionOptions, actionWord, runAction } from '../command-action.ts';
import type { FormAction } from '../form-action.ts';
import { formImport, formList, formPlace, formRemove, formShow } from './form-files.ts';
import { formCheck, formPreview } from './form-trials.ts';

/** What `yinqi form` does, in the order of its help. */
const actions: readonly FormAction[] = [
  formList,
  formImport,
  formShow,
  formPlace,
  formCheck,
  formPreview,
  formRemove,
];

/** `yinqi form list|import|show|place|check|preview|remove`: the platforms' own forms, and what is written where on them. */
export const formCommand: Command = {
  name: 'form',
  summary: {
    zh: '导入平台的官方格式 PDF，定填写位置，试填',
    en: 'imports the platform’s own PDF forms, places their fields and tries them out',
  },
  words: [
    actionWord(actions),
    {
      name: 'LETTER',
      required: false,
      help: {
        zh: '函件的编号，如 publishing-commitment',
        en: 'the id of a letter, such as publishing-commitment',
      },
    },
    {
      name: 'FILE',
      required: false,
      help: { zh: '平台的 PDF（import）', en: 'the platform’s PDF (import)' },
    },
  ],
  options: actionOptions(actions),
  formats: ['human', 'json'],
  notes: {
    zh: '官方格式存在 --forms 文件夹的 函件编号/版本/ 下：form.yaml、以 SHA-256 命名的 PDF、fields-N.yaml（每次定位置一份）；所有案卷共用，旧版一律保留。导入并定好位置后，letters、letters-batch、print-pack 就填在它上面；仍要自拟措辞的，加 --own-wording。',
    en: 'Forms lie in the --forms folder as letter/version/: form.yaml, the PDF under its SHA-256, and fields-N.yaml for each time that fields were placed. All dossiers share them, and old versions are kept. From then on letters, letters-batch and print-pack fill them in; --own-wording goes back to our wording.',
  },
  run: (given, session) => runAction('form', actions, given, session),
};
