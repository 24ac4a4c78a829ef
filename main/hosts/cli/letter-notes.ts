import type { LetterSummary } from '../../contract/letters.ts';
import type { Page } from './page.ts';

/** Tells of scans on file that went out of date and why, and of team templates that were passed over for their faults. */
export function writeLetterNotes(page: Page, letters: readonly LetterSummary[]): void {
  for (const { title, scan, stale } of letters) {
    if (stale.length === 0) continue;
    const why = stale.map(({ text }) => text).join(page.t('；', '; '));
    page.paragraph(
      scan === 'outdated'
        ? page.t(
            `《${title}》已归档的扫描件过期了。${why}。请重新打印、签署。`,
            `The scan on file of ${title} is out of date. ${why}. Print it again, and sign and stamp it as it asks.`,
          )
        : page.t(
            `《${title}》已归档的扫描件请再看一遍。${why}。`,
            `Look again at the scan of ${title}. ${why}.`,
          ),
      2,
      page.paint('yellow', '!'),
    );
  }
  for (const { title, templateVersion, templateOrigin, templateFaults } of letters) {
    if (templateFaults.length === 0) continue;
    const used = `${templateOrigin === 'app' ? page.t('自带模板', 'the app’s own') : page.t('团队模板', 'the team’s')} ${templateVersion}`;
    page.paragraph(
      page.t(
        `《${title}》有团队模板不能用，用的是${used}。${templateFaults.join('；')}`,
        `A team template of ${title} cannot be used; ${used} was used. ${templateFaults.join('; ')}`,
      ),
      2,
      page.paint('red', '!'),
    );
  }
}
