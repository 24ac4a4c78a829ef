import { describe, expect, test } from 'vitest';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { Rule, Rulebook } from '../../../main/contract/rulebook.ts';
import { planRepairs } from '../../../main/core/files/repairs.ts';
import { plainWriting } from '../../../main/core/files/text-repairs.ts';
import { measure, picture } from './draw-inspection.ts';

const both = (text: string) => ({ zh: text, en: text });
const asset = (id: string, fields: string[]): Rule => ({
  id,
  kind: 'asset',
  title: both(id),
  cites: ['c'],
  because: both('b'),
  fields,
});
const check = (id: string, on: { field: string } | { files: string[] }, name: string, parameters: Record<string, unknown>, more: Partial<Extract<Rule, { kind: 'check' }>> = {}): Rule => ({
  id, kind: 'check', title: both(id), cites: ['c'], level: 'error', on, check: name, parameters,
  examples: { pass: [{}], fail: [{}] }, ...more,
}); // prettier-ignore

const rulebook = {
  platform: { id: 'p', tracks: [] },
  facts: [],
  rules: [
    asset('app-logo', ['app.logo']),
    asset('company-logo', ['company.logo']),
    asset('previews', ['app.previews.desktop', 'app.previews.mobile']),
    { id: 'app-name', kind: 'text', title: both('n'), cites: ['c'], because: both('b'), field: 'app.name' },
    check('logo-pixels', { files: ['app-logo', 'company-logo'] }, 'image-pixels', {
      widthPx: 128,
      heightPx: 128,
    }),
    check('logo-bytes', { files: ['app-logo', 'company-logo'] }, 'image-bytes', { maxBytes: 20_000 }),
    check('logo-type', { files: ['app-logo'] }, 'image-type', { allowed: ['png'] }),
    check('company-logo-type', { field: 'company.logo' }, 'image-type', { allowed: ['png'] }),
    check('desktop-pixels', { field: 'app.previews.desktop' }, 'image-pixels', {
      widthPx: 1920,
      heightPx: 1080,
    }),
    check('desktop-bytes', { field: 'app.previews.desktop' }, 'image-bytes', { maxBytes: 3_500_000 }),
    check(
      'desktop-bytes-strict',
      { field: 'app.previews.desktop' },
      'image-bytes',
      { maxBytes: 512_000, upTo: 3_500_000 },
      { level: 'warning' },
    ),
    check('mobile-pixels', { field: 'app.previews.mobile' }, 'image-pixels', {
      widthPx: 750,
      heightPx: 1628,
    }),
    check('mobile-bytes', { field: 'app.previews.mobile' }, 'image-bytes', { maxBytes: 200_000 }),
    check('previews-type', { files: ['previews'] }, 'image-type', { allowed: ['png', 'jpeg', 'gif'] }),
    check(
      'bytes-elsewhere',
      { field: 'app.previews.desktop' },
      'image-bytes',
      { maxBytes: 9 },
      { applies: { category: 'other' } },
    ),
  ],
} as unknown as Rulebook;

const dossier = (more: Partial<DossierDocument>): DossierDocument => ({
  schema: 'yinqi/dossier@1',
  platform: 'p',
  categories: ['general/other'],
  ...more,
});
const plan = (document: DossierDocument, files: readonly FileInspection[]) =>
  planRepairs({ document, rulebook, inspections: new Map(files.map((file) => [file.path, file])) });

describe('the repair of a logo', () => {
  test('is offered for a wrong size, type or weight, at the strictest limits of the rulebook', () => {
    const files = [
      picture('a/Logo big.jpg', {
        type: 'jpeg',
        sizeBytes: 45_200,
        image: measure({ widthPx: 300, heightPx: 200 }),
      }),
      picture('company.png', { sizeBytes: 25_000 }),
    ];
    const [app, company, ...rest] = plan(
      dossier({ app: { logo: 'a/Logo big.jpg' }, company: { logo: 'company.png' } }),
      files,
    );
    expect(rest).toEqual([]);
    expect(app).toMatchObject({
      kind: 'picture', id: 'fit-picture:a/Logo big.jpg', rule: 'logo-pixels', at: 'a/Logo big.jpg', fields: ['app.logo'],
      fit: { widthPx: 128, heightPx: 128, types: ['png'], maxBytes: 20_000 }, folder: 'a', stem: 'Logo big-128x128',
      before: { zh: '300×200 像素，JPEG 图片，45.2 KB' }, after: { zh: '128×128 像素，PNG 图片，不超过 20 KB', en: '128×128 px, PNG picture, at most 20 KB' },
    }); // prettier-ignore
    expect(company).toMatchObject({
      rule: 'logo-bytes',
      at: 'company.png',
      folder: '',
      stem: 'company-128x128',
    });
    const heavy = picture('x.webp', { type: 'webp' });
    expect(plan(dossier({ app: { logo: 'x.webp' } }), [heavy])).toMatchObject([{ rule: 'logo-type' }]);
  });

  test('warns where the picture is enlarged by more than half', () => {
    const of = (side: number) =>
      plan(dossier({ app: { logo: 'l.png' } }), [
        picture('l.png', { image: measure({ widthPx: side, heightPx: side }) }),
      ])[0]?.warning?.zh;
    expect(of(64)).toContain('放大到 2 倍');
    expect(of(100)).toBeUndefined();
    expect(of(512)).toBeUndefined();
  });

  test('is one for two fields that hold the same file', () => {
    const files = [picture('l.png', { sizeBytes: 30_000 })];
    expect(plan(dossier({ app: { logo: 'l.png' }, company: { logo: 'l.png' } }), files)).toMatchObject([
      { fields: ['app.logo', 'company.logo'] },
    ]);
  });

  test('is not offered where nothing is wrong, for an animation, a damaged or a missing file', () => {
    const document = dossier({ app: { logo: 'l.png' } });
    expect(plan(document, [picture('l.png')])).toEqual([]);
    expect(plan(document, [picture('l.png', { image: measure({ widthPx: 64, frames: 2 }) })])).toEqual([]);
    expect(plan(document, [picture('l.png', { sizeBytes: 30_000, problem: 'damaged' })])).toEqual([]);
    expect(plan(document, [])).toEqual([]);
  });
});

describe('the repair of a preview', () => {
  const screenshot = (widthPx: number, heightPx: number, sizeBytes: number) =>
    picture('d.png', { sizeBytes, image: measure({ widthPx, heightPx }) });
  const desktop = dossier({ app: { previews: { desktop: ['d.png'] } } });

  test('aims at the strictest weight that applies, keeping its type where it may', () => {
    expect(plan(desktop, [screenshot(1920, 1080, 600_000)])).toMatchObject([
      {
        rule: 'desktop-bytes-strict',
        fit: { widthPx: 1920, heightPx: 1080, maxBytes: 512_000, types: ['png', 'jpeg'] },
        stem: 'd-1920x1080',
      },
    ]);
    expect(plan(desktop, [{ ...screenshot(1920, 1080, 600_000), type: 'jpeg' }])).toMatchObject([
      { fit: { types: ['jpeg', 'png'] } },
    ]);
    expect(plan(desktop, [screenshot(1920, 1080, 512_000)])).toEqual([]);
  });

  test('is not offered for a screenshot of another shape, whatever else is wrong with it', () => {
    expect(plan(desktop, [screenshot(1920, 1200, 600_000)])).toEqual([]);
    expect(plan(desktop, [screenshot(2560, 1440, 100_000)])).toMatchObject([{ rule: 'desktop-pixels' }]);
  });

  test('goes by the field: the same file right for desktop is wrong for mobile', () => {
    const document = dossier({ app: { previews: { desktop: ['d.png'], mobile: ['d.png'] } } });
    expect(plan(document, [screenshot(1920, 1080, 600_000)])).toMatchObject([
      { fields: ['app.previews.desktop'] },
    ]);
  });

  test('never touches papers', () => {
    const document = dossier({ documents: { licence: 'd.png' } });
    expect(plan(document, [screenshot(10, 10, 900_000_000)])).toEqual([]);
  });
});

describe('the repair of a text', () => {
  test('shows what changes, spaces made visible, and names the rule of its field', () => {
    expect(
      plan(dossier({ app: { name: '\u3000样例Ｎｏｔｅ　２ ' }, company: { name: '示例公司' } }), []),
    ).toMatchObject([
      {
        kind: 'text',
        id: 'plain-writing:app.name',
        rule: 'app-name',
        at: 'app.name',
        value: '样例Note 2',
        before: { zh: '␣样例Ｎｏｔｅ␣２␣' },
        after: { zh: '样例Note 2' },
      },
    ]);
  });

  test.each([
    ['line', '示例（深圳）公司，ＡＢＣ', '示例（深圳）公司，ABC'],
    ['line', '①Ⅳ㎡ﬁ', '①Ⅳ㎡ﬁ'],
    ['lines', '\n\u3000\u3000第一段\n\u3000\u3000第二段１２\n', '第一段\n\u3000\u3000第二段12'],
    ['ascii', ' ｈｔｔｐｓ：／／ａ．ｃｏｍ／ｂ？ｃ＝１ ', 'https://a.com/b?c=1'],
    ['ascii', '０７５５－８８８８', '0755-8888'],
  ] as const)('in a field of kind %s turns %j into %j and nothing else', (writing, text, plain) => {
    expect(plainWriting(text, writing)).toBe(plain);
    expect(plainWriting(plain, writing)).toBe(plain);
  });

  test('is not offered for a blank text', () => {
    expect(plan(dossier({ app: { name: '  ' } }), [])).toEqual([]);
  });
});
