import { dialog, type BrowserWindow } from 'electron';
import { Failure } from '../../contract/failure.ts';
import type { Language } from '../../contract/language.ts';

/** What a dialog says of something that did not work. */
export function problemText(
  error: unknown,
  language: Language,
): { readonly message: string; readonly detail: string } {
  if (error instanceof Failure) {
    const { message, hint } = error.in(language);
    return { message, detail: hint };
  }
  return {
    message: language === 'zh' ? '程序出错了' : 'The program failed',
    detail: error instanceof Error ? error.message : String(error),
  };
}

/** Shows a problem over a window and waits until it was read. */
export async function tellProblem(window: BrowserWindow, error: unknown, language: Language): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    title: '印齐 Yinqi',
    ...problemText(error, language),
  });
}
