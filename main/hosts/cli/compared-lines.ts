import type { TemplateComparison } from '../../contract/templates.ts';
import { plain, type Page } from './page.ts';

/** As many unchanged lines are shown around a change. */
const around = 2;

/** Writes the lines by which two texts differ, a few unchanged ones around them, and how many there are. */
export function writeComparedLines(
  page: Page,
  { lines, added, removed }: Pick<TemplateComparison, 'lines' | 'added' | 'removed'>,
): void {
  const changed = lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  const near = new Set(
    changed.flatMap((index) => Array.from({ length: 2 * around + 1 }, (_, step) => index + step - around)),
  );
  const width = String(lines.length).length;
  let isGap = false;
  for (const [index, line] of lines.entries()) {
    if (!near.has(index)) {
      isGap = true;
      continue;
    }
    if (isGap) page.line(page.paint('dim', '…'));
    isGap = false;
    const mark = { same: ' ', added: '+', removed: '-' }[line.kind];
    const tone = { same: null, added: 'green', removed: 'red' }[line.kind] as 'green' | 'red' | null; // Safe: one of these.
    const number = String(line.to ?? line.from ?? '').padStart(width);
    const text = `${number} ${mark} ${plain(line.text)}`;
    page.line(tone === null ? text : page.paint(tone, text));
  }
  page.line(
    changed.length === 0
      ? page.t('没有不同。', 'There is no difference.')
      : page.t(`增加 ${added} 行，删去 ${removed} 行。`, `${added} lines added, ${removed} removed.`),
  );
}
