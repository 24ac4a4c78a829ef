import type { Page } from './page.ts';

/** Says that what was written could not be kept in the history, and why; nothing where it was. */
export function writeNotKept(page: Page, notKept: string | undefined): void {
  if (notKept === undefined) return;
  page.paragraph(
    page.t(
      `已写出，但没有记入案卷的历史：${notKept}`,
      `It was written, but not kept in the dossier’s history: ${notKept}`,
    ),
    2,
    page.paint('yellow', '!'),
  );
}
