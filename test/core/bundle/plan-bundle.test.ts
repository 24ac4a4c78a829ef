import { describe, expect, test } from 'vitest';
import { planBundle, plannedFiles } from '../../../main/core/bundle/plan-bundle.ts';
import { unsafeNameReason } from '../../../main/core/bundle/unsafe-name.ts';
import { document, finding, inspections, reportWith, rulebook, sha256, bytesOf } from './example.ts';

const plan = (changes: Partial<Parameters<typeof planBundle>[0]> = {}) =>
  planBundle({ document, report: reportWith(), rulebook, inspections, ...changes });
const paths = (contents: ReturnType<typeof plan>) => plannedFiles(contents).map(({ path }) => path);

describe('the plan of a bundle', () => {
  test('names folders by the form and files by requirement, in the order of the form', () => {
    expect(paths(plan())).toEqual([
      'data/01-basic-应用基础信息/02-应用 LOGO.jpg',
      'data/01-basic-应用基础信息/05-预览页图片-桌面端-1.png',
      'data/01-basic-应用基础信息/05-预览页图片-桌面端-2.png',
      'data/01-basic-应用基础信息/05-预览页图片-移动端.jpg',
      'data/02-papers-应用资质/01-营业执照.png',
      'data/02-papers-应用资质/02-应用发布承诺函-1.pdf',
      'data/02-papers-应用资质/02-应用发布承诺函-2.pdf',
      'data/99-other-其他材料/01-企业 LOGO.png',
      'data/99-other-其他材料/02-隐私政策正文.md',
      'data/99-other-其他材料/03-old-permit.xyz',
    ]);
  });

  test('says of each file where it comes from and goes to', () => {
    expect(plannedFiles(plan())[4]).toEqual({
      path: 'data/02-papers-应用资质/01-营业执照.png',
      from: 'papers/licence.png',
      slot: 'documents.business-licence',
      requirement: 'business-licence',
      requirementTitle: { zh: '营业执照', en: '营业执照' },
      field: { zh: '资质文件', en: '资质文件' },
      sizeBytes: bytesOf('papers/licence.png').length,
      sha256: sha256(bytesOf('papers/licence.png')),
    });
  });

  test('is the same for the same dossier and changes with it', () => {
    expect(plan()).toEqual(plan());
    expect(paths(plan({ document: { ...document, documents: {} } }))).toHaveLength(6);
  });

  test('takes a file once for each slot that it fills', () => {
    const twice = {
      ...document,
      documents: {
        'business-licence': ['papers/licence.png', 'papers/licence.png'],
        'old-permit': 'papers/licence.png',
      },
    };
    const found = plannedFiles(plan({ document: twice })).filter(({ from }) => from === 'papers/licence.png');
    expect(found.map(({ slot }) => slot)).toEqual(['documents.business-licence', 'documents.old-permit']);
    expect(found[0]?.path).toMatch(/01-营业执照\.png$/);
  });

  test('leaves out what could not be read and names it', () => {
    const some = new Map(inspections);
    some.delete('papers/b.pdf');
    some.set('d1.png', { path: 'd1.png', type: 'unknown', sizeBytes: 0, problem: 'missing' });
    const contents = plan({ inspections: some });
    expect(contents.unreadable).toEqual([
      { from: 'd1.png', slot: 'app.previews.desktop' },
      { from: 'papers/b.pdf', slot: 'documents.publishing-commitment' },
    ]);
    expect(paths(contents)).not.toContain('data/02-papers-应用资质/02-应用发布承诺函-2.pdf');
    // The number of a file does not depend on its neighbours' health.
    expect(paths(contents)).toContain('data/01-basic-应用基础信息/05-预览页图片-桌面端-2.png');
  });

  test('holds errors against an export, warnings not', () => {
    expect(plan({ report: reportWith(finding('warning'), finding('notice')) }).blockers).toEqual([]);
    expect(plan({ report: reportWith(finding('warning'), finding('error')) }).blockers).toEqual([
      finding('error'),
    ]);
  });

  test('gives names that are safe and unique everywhere, whatever the rules and files are called', () => {
    const titles = [
      'CON',
      'a/b:c*?',
      '…'.repeat(60),
      'A/B:C*?',
      'e\u0301',
      'é',
      '证书',
      '证书',
      ' .',
      '👨‍👩‍👧‍👦'.repeat(40),
    ];
    const rules = titles.map((title, index) => ({
      kind: 'document' as const,
      id: `r${String.fromCharCode(97 + index)}`,
      title: { zh: title, en: title },
      cites: ['x'],
      because: { zh: 'x', en: 'x' },
      place: { section: 'basic', order: 7, field: { zh: 'x', en: 'x' } },
    }));
    const documents = Object.fromEntries(rules.map(({ id }) => [id, ['papers/a.pdf', 'papers/b.pdf']]));
    const report = {
      ...reportWith(),
      requirements: rules.map(({ id, title }) => ({
        ...reportWith().requirements[6]!,
        id,
        title,
        fields: [`documents.${id}`],
      })),
    };
    const found = paths(
      plan({ document: { ...document, documents }, report, rulebook: { ...rulebook, rules } }),
    );
    expect(found.length).toBeGreaterThanOrEqual(20);
    expect(new Set(found.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(found.length);
    for (const path of found) {
      expect(unsafeNameReason(path)).toBeNull();
      expect(path).toBe(path.normalize('NFC'));
      for (const step of path.split('/')) expect(Buffer.byteLength(step)).toBeLessThanOrEqual(255);
    }
  });
});
