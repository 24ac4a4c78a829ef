import { z } from 'zod';
import type { Localized } from '../../contract/language.ts';
import { defineCheck, type AnyCheck } from '../review/check.ts';

/** What is said of a letter in our wording for which the platform has a form. */
export const ownWordingText: Localized = {
  zh: '用的是印齐自拟的措辞：平台对这份函件有自己的 PDF 格式，这里还没有导入。请从平台下载该 PDF 并导入（界面的函件一步，或 yinqi form import）；若平台已接受自拟措辞，或扫描件本来就是平台的格式，由人确认即可。',
  en: 'It is in Yinqi’s own wording: the platform has a PDF form for this letter, which is not imported here. Download it from the platform and import it (on the letters step, or with yinqi form import); where the platform accepts our wording, or the scan is of its form anyway, a person confirms that.',
};

const onOfficialForm = defineCheck({
  name: 'letter-on-official-form',
  parameters: z.strictObject({}),
  run(subject) {
    if (subject.kind !== 'field') return [{ outcome: 'not-applicable' }];
    return subject.value === 'form'
      ? [{ outcome: 'pass' }]
      : [{ outcome: 'needs-person', message: ownWordingText }];
  },
});

/** Checks on letters as they would be printed. */
export const letterChecks: readonly AnyCheck[] = [onOfficialForm];
