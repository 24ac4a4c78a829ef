import type { HistoryComparison } from '../../../contract/history.ts';
import { writeComparedLines } from '../compared-lines.ts';
import { plain, type Page } from '../page.ts';

/** Writes what changed between two times of a dossier: files, fields, rules, wording. */
export function writeComparison(page: Page, comparison: HistoryComparison): void {
  const { from, to, files, fields, rules, letters } = comparison;
  const until = to.id === null ? page.t('现在', 'now') : `${to.id} ${to.at}`;
  page.line(page.paint('bold', `${from.id} ${from.at} → ${until}`));
  writeFiles(page, files);
  writeFields(page, fields);
  writeRules(page, rules);
  for (const one of letters) {
    page.line();
    const what = {
      added: page.t('新增', 'new'),
      removed: page.t('不再有', 'gone'),
      changed: page.t('有改动', 'changed'),
    };
    page.line(
      page.paint(
        'bold',
        page.t(`函件《${one.title}》${what[one.change]}`, `Letter “${one.title}”: ${what[one.change]}`),
      ),
    );
    page.line(
      `  ${[one.from, one.to].map((side) => (side === null ? '—' : `${side.revision}（${side.template}）`)).join(' → ')}`,
    );
    for (const reason of one.reasons) page.paragraph(reason, 2);
    if (one.lines !== undefined && one.change === 'changed')
      writeComparedLines(page, { ...one, lines: one.lines });
  }
  const isSame = [files, fields, letters, rules.added, rules.removed, rules.changed, rules.others].every(
    (list) => list.length === 0,
  );
  if (isSame) page.line(page.t('没有改动。', 'Nothing changed.'));
}

function writeFiles(page: Page, files: HistoryComparison['files']): void {
  if (files.length === 0) return;
  page.line();
  page.line(page.paint('bold', page.t(`文件 ${files.length} 处`, `Files: ${files.length}`)));
  const words = {
    added: page.t('新增', 'added'),
    removed: page.t('移除', 'removed'),
    replaced: page.t('更换', 'replaced'),
    renamed: page.t('改名', 'renamed'),
  };
  page.columns(
    files.map(({ change, path, was, uses }) => [
      words[change],
      plain(was === undefined ? path : `${was} → ${path}`),
      plain(uses.join('、')),
    ]),
    2,
  );
}

function writeFields(page: Page, fields: HistoryComparison['fields']): void {
  if (fields.length === 0) return;
  page.line();
  page.line(page.paint('bold', page.t(`填写内容 ${fields.length} 处`, `Fields: ${fields.length}`)));
  const nothing = page.t('（空）', '(nothing)');
  for (const { title, field, from, to } of fields) {
    page.line(`  ${plain(title)}  ${page.paint('dim', plain(field))}`);
    page.paragraph(from ?? nothing, 6, page.paint('red', '    - '));
    page.paragraph(to ?? nothing, 6, page.paint('green', '    + '));
  }
}

function writeRules(page: Page, { from, to, ...lists }: HistoryComparison['rules']): void {
  if (from.sha256 === to.sha256) return;
  page.line();
  const short = ({ version, sha256 }: typeof from): string => `${version} (${sha256.slice(0, 12)})`;
  page.line(
    page.paint(
      'bold',
      page.t(`规则库 ${short(from)} → ${short(to)}`, `Rulebook ${short(from)} → ${short(to)}`),
    ),
  );
  const titles = {
    added: page.t('新增', 'new'),
    removed: page.t('取消', 'gone'),
    changed: page.t('有变', 'changed'),
    others: page.t('其他', 'other'),
  };
  for (const kind of ['added', 'removed', 'changed', 'others'] as const) {
    for (const { id, title } of lists[kind]) page.paragraph(`${title} (${id})`, 8, `  ${titles[kind]}`);
  }
}
