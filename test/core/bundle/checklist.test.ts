import { describe, expect, test } from 'vitest';
import type { Block, DocumentTree } from '../../../main/contract/letters.ts';
import { checklist } from '../../../main/core/bundle/checklist.ts';
import { planBundle } from '../../../main/core/bundle/plan-bundle.ts';
import { document, finding, inspections, reportWith, rulebook } from './example.ts';

function make(changes: Partial<Parameters<typeof checklist>[0]> = {}): DocumentTree {
  const report = changes.report ?? reportWith(finding('warning'));
  const shown = changes.document ?? document;
  const contents = planBundle({
    document: shown,
    report,
    rulebook: changes.rulebook ?? rulebook,
    inspections,
  });
  return checklist({
    document: shown,
    report,
    rulebook,
    contents,
    isDraft: false,
    date: '2026-11-22',
    software: { name: 'Yinqi 印齐', version: '0.1.0' },
    canPrint: () => true,
    ...changes,
  });
}

const textOf = (block: Block): string => {
  if (block.kind === 'title') return block.text;
  if (block.kind === 'particulars')
    return block.rows.map(({ label, value }) => `${label}：${value}`).join('\n');
  if ('runs' in block) return block.runs.map(({ text }) => text).join('');
  return '';
};
/** The rows of the table under a heading. */
function rowsUnder(tree: DocumentTree, heading: string): readonly (readonly string[])[] {
  const at = tree.blocks.findIndex(
    (block) => block.kind === 'heading' && textOf(block).split('　')[0] === heading,
  );
  const table = tree.blocks.slice(at).find((block) => block.kind === 'table');
  return at === -1 || table?.kind !== 'table' ? [] : table.rows;
}

describe('the checklist', () => {
  test('says file by file which field of the form it goes to', () => {
    const rows = rowsUnder(make(), '应用基础信息');
    expect(rows[0]).toEqual(['01', '应用名称', '00-填写内容.txt', '应用名称', '—', 'listing/function-5']);
    expect(rows[1]?.slice(0, 4)).toEqual(['02', '应用 LOGO', '02-应用 LOGO.jpg', '应用 LOGO']);
    expect(rows[4]?.[2]).toBe(
      '05-预览页图片-桌面端-1.png\n05-预览页图片-桌面端-2.png\n05-预览页图片-移动端.jpg',
    );
    expect(rows[5]?.[2]).toBe('选填，未提供');
    const papers = rowsUnder(make(), '应用资质');
    expect(papers[1]?.[4]).toBe('须签字盖章\n☐ 扫描件已核对');
  });

  test('asks an individual for no seal', () => {
    const individual = { ...document, applicant: { kind: 'individual' as const } };
    expect(rowsUnder(make({ document: individual }), '应用资质')[1]?.[4]).toBe('须签署\n☐ 扫描件已核对');
  });

  test('names who is applying for what, by which rules and of which dates', () => {
    const tree = make();
    const particulars = textOf(tree.blocks[1]!);
    for (const said of [
      '深圳市样例科技有限公司',
      '样例纪要',
      '应用上架',
      '其他',
      '2026-11-22',
      '2026.1',
      '提醒 1 项',
    ]) {
      expect(particulars).toContain(said);
    }
    expect(rowsUnder(tree, '规则来源')).toEqual([
      ['listing', '上架说明', '2025-01-01'],
      ['design', '设计规范', '（未注明日期）'],
    ]);
  });

  test('lists statements with name and date, findings that are left, and files without a field', () => {
    const tree = make();
    expect(rowsUnder(tree, '声明')).toEqual([
      ['图标由本公司设计或已获授权', '王五', '2026-11-01', '自行设计'],
    ]);
    expect(rowsUnder(tree, '检查发现')).toEqual([
      ['提醒', '应用名称', 'app.name', '名称太长', 'listing/function-5'],
    ]);
    expect(rowsUnder(tree, '其他材料').map(([, file]) => file)).toContain(
      '99-other-其他材料/02-隐私政策正文.md',
    );
  });

  test('says what is missing, open or not readable', () => {
    const report = reportWith();
    const changed = {
      ...report,
      requirements: report.requirements
        .map((one) => (one.id === 'publishing-commitment' ? { ...one, status: 'missing' as const } : one))
        .concat({ ...report.requirements[8]!, id: 'icon-is-ours', status: 'missing' as const }),
    };
    const tree = make({ report: changed, document: { ...document, documents: {}, attestations: {} } });
    expect(rowsUnder(tree, '应用资质').map((row) => row[2])).toEqual(['未提供', '未提供']);
    expect(rowsUnder(tree, '应用资质')[1]?.[4]).toBe('须签字盖章\n缺扫描件');
    expect(rowsUnder(tree, '尚待确认')).toContainEqual([
      '图标权利',
      '尚无人确认并署名：图标由本公司设计或已获授权\n依据：listing/function-5',
    ]);
    const open = make({
      report: {
        ...report,
        requirements: [{ ...report.requirements[6]!, status: 'open', facts: ['networked'] }],
      },
      rulebook: { ...rulebook, facts: [{ id: 'networked', topic: 'identity', question: { zh: '是否联网？', en: 'x' }, help: { zh: 'x', en: 'x' }, answer: { kind: 'yes-no' }, cites: ['x'] }] }, // prettier-ignore
    });
    expect(rowsUnder(open, '尚待确认')).toEqual([
      ['营业执照', '取决于尚未回答的问题：是否联网？\n依据：listing/function-5'],
    ]);
  });

  test('lists the members of a group that nothing satisfies, and only the one given where something does', () => {
    const place = (order: number) => ({ section: 'papers', order, field: { zh: '软著', en: 'x' } });
    const member = (id: string, order: number) => ({ kind: 'document' as const, id, title: { zh: id, en: id }, cites: ['x'], because: { zh: 'x', en: 'x' }, place: place(order) }); // prettier-ignore
    const group = {
      ...member('copyright', 1),
      title: { zh: '软件著作权', en: 'x' },
      needs: { anyOf: ['a', 'b'] },
    };
    const rules = [group, member('a', 2), member('b', 3)];
    const judged = (given: string | null) => ({
      ...reportWith(),
      requirements: rules.map(({ id, title, cites, because }) => ({
        id,
        title,
        kind: 'document' as const,
        status: given !== null && id !== (given === 'a' ? 'b' : 'a') ? ('ok' as const) : ('missing' as const),
        optional: id !== 'copyright',
        because,
        cites,
        fields: [`documents.${id}`],
        files: id === given ? ['papers/a.pdf'] : [],
        ...(id === 'copyright' ? { needs: { anyOf: ['a', 'b'] } } : { partOf: 'copyright' }),
      })),
    });
    const withRules = { ...rulebook, rules };
    const given = { ...document, documents: { a: 'papers/a.pdf' } };
    expect(rowsUnder(make({ report: judged('a'), rulebook: withRules, document: given }), '应用资质').map((row) => row[2])).toEqual(['01-a.pdf']); // prettier-ignore
    expect(rowsUnder(make({ report: judged(null), rulebook: withRules, document: { ...document, documents: {} } }), '应用资质').map((row) => row[2])).toEqual(['未提供（「软件著作权」任选其一）', '未提供（「软件著作权」任选其一）']); // prettier-ignore
  });

  test('marks a draft and counts its errors', () => {
    const tree = make({ isDraft: true, report: reportWith(finding('error')) });
    expect(tree.isDraft).toBe(true);
    expect(tree.blocks.map(textOf).join('\n')).toMatch(/草稿.*1 项错误/);
    expect(make().isDraft).toBe(false);
  });

  test('promises nothing and claims no ties to Tencent', () => {
    const words = make().blocks.map(textOf).join('\n');
    expect(words).toContain('不作审核决定');
    expect(words).toContain('与腾讯没有关联');
  });

  test('prints a box for what the fonts lack', () => {
    const emoji = { ...document, app: { ...document.app, name: '样例🎉\t纪要' } };
    const tree = make({ document: emoji, canPrint: (character) => character !== '🎉' });
    expect(textOf(tree.blocks[1]!)).toContain('样例□ 纪要');
    expect(JSON.stringify(tree)).not.toContain('🎉');
  });
});
