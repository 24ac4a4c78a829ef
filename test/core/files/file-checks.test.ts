import { describe, expect, test } from 'vitest';
import { fileProblemSchema, type FileProblem } from '../../../main/contract/files.ts';
import { fileChecks } from '../../../main/core/files/file-checks.ts';
import type { Conclusion } from '../../../main/core/review/check.ts';
import { measure, outcomes, picture, run, scan } from './draw-inspection.ts';

const parameters: Readonly<Record<string, unknown>> = {
  'readable-file': {},
  'file-name-type': {},
  'image-type': { allowed: ['png'] },
  'image-pixels': { widthPx: 128, heightPx: 128 },
  'image-bytes': { maxBytes: 20_000 },
  'image-still': {},
  'file-count': { max: 5 },
  'scan-legible': { minLongSidePx: 1000 },
  'scan-colour': {},
  'scan-pages': { max: 3 },
  'pictures-distinct': {},
  'picture-not-empty': {},
  'picture-sharp': { leastSteepness: 0.5, mostEnlargement: 1.4 },
  'picture-proportions': { mostRatio: 1.08 },
  'picture-compression': { leastQuality: 30, mostSpecks: 0.55 },
  'picture-filled': { leastDetailShare: 0.015 },
  'picture-codes': { failShare: 0.4, leastFinders: 3 },
  'logo-corners': { radiusPx: 16, tolerancePx: 6 },
  'logo-mark-size': { wantedPx: 96, leastPx: 80, mostPx: 108 },
  'logo-centred': { mostPx: 8 },
  'logo-contrast': { leastRatio: 1.6, leastDifference: 28 },
  'logo-outline': {},
  'logo-badge': {},
  'logo-ground': { mostTransparentShare: 0.06 },
  'scan-whole': { minShare: 0.3, maxPerspective: 0.25 },
  'scan-straight': { maxDegrees: 3 },
  'scan-light': { minPaper: 115, minEvenness: 0.62 },
  'scan-glare': { maxShare: 0.004 },
  'scan-sharp': { maxSoftShare: 0.5 },
  'scan-seal': { least: 1 },
  'scan-seal-size': { minMm: 38, maxMm: 45 },
  'papers-distinct': {},
};

const messages = (conclusions: readonly Conclusion[]) =>
  conclusions.flatMap((one) => ('message' in one ? [one.message] : []));

describe('every file check', () => {
  test('is there under its name and takes its parameters', () => {
    expect(fileChecks.map((check) => check.name).sort()).toEqual(Object.keys(parameters).sort());
    for (const check of fileChecks) {
      expect(check.parse(parameters[check.name])).toEqual({ success: true });
      expect(check.parse({ unknown: 1 }).success).toBe(false);
    }
  });

  test('is not applicable to a field', () => {
    for (const check of fileChecks) {
      const situation = {
        document: { schema: 'yinqi/dossier@1', platform: 'p', categories: [] } as const,
        rulebook: { wordLists: new Map() },
        inspections: new Map(),
        today: '2026-11-01',
      };
      const conclusions = check.run(
        { kind: 'field', field: 'app.name', value: 'x' },
        parameters[check.name],
        { ...situation, document: { ...situation.document, categories: [] } },
      );
      expect(outcomes(conclusions)).toEqual(['not-applicable']);
    }
  });

  test('leaves a file with a problem to readable-file, which names it once', () => {
    for (const problem of fileProblemSchema.options) {
      const file = picture('papers/licence.png', { problem, problemDetail: 'said so' });
      const speaking = fileChecks.filter(
        (check) => messages(run(check.name, parameters[check.name], [file])).length > 0,
      );
      expect(speaking.map((check) => check.name)).toEqual(['readable-file']);
      const { image: _image, ...blind } = file;
      for (const check of fileChecks)
        expect(() => run(check.name, parameters[check.name], [blind])).not.toThrow();
    }
  });
});

describe('readable-file', () => {
  test.each(fileProblemSchema.options)(
    'says of %s in both languages what was found and what to do',
    (problem: FileProblem) => {
      const [message] = messages(run('readable-file', {}, [picture('papers/licence.png', { problem })]));
      expect(message?.zh).toContain('licence.png');
      expect(message?.zh).toMatch(/请/);
      expect(message?.en).toContain('licence.png');
      expect(message?.en.length).toBeGreaterThan(40);
    },
  );

  test('names the found and the wanted types where the content is none of those allowed', () => {
    const file = picture('papers/licence.pdf', { type: 'docx', namedType: 'pdf', problem: 'unsupported' });
    const [message] = messages(run('readable-file', { allowed: ['pdf', 'jpeg', 'png'] }, [file]));
    expect(message?.zh).toBe(
      '「licence.pdf」的内容是 Word 文档，无法检查（文件名却说是 PDF 文档）。需要的类型：PDF、JPG、PNG。请另存为 PDF 后再导入。',
    );
    const sound = picture('papers/licence.gif', { type: 'gif', namedType: 'gif' });
    expect(outcomes(run('readable-file', { allowed: ['pdf', 'jpeg'] }, [sound]))).toEqual([
      'fail papers/licence.gif',
    ]);
    expect(outcomes(run('readable-file', { allowed: ['gif'] }, [sound]))).toEqual(['pass']);
  });

  test('says of a BMP with which program it becomes a PNG, whatever its name claims', () => {
    const file = picture('assets/logo.png', { type: 'bmp', namedType: 'png', problem: 'unsupported' });
    const [message] = messages(run('readable-file', {}, [file]));
    expect(message?.zh).toBe(
      '「logo.png」的内容是 BMP 图片，无法检查（文件名却说是 PNG 图片）。请用「画图」等看图软件打开，另存为 PNG 后再导入；只改扩展名不起作用。',
    );
    expect(message?.en).toBe(
      '“logo.png” holds a BMP picture, which cannot be looked at (its name says a PNG picture). Open it in Paint or another picture program, save it as PNG and import that; renaming alone does not help.',
    );
  });

  test('says that a file at which nothing was looked was not checked', () => {
    const { image: _image, ...word } = picture('texts/privacy.docx', { type: 'docx', namedType: 'docx' });
    expect(
      outcomes(run('readable-file', {}, [word, { ...word, path: 'b.txt', type: 'text', text: 'x' }])),
    ).toEqual(['not-checked texts/privacy.docx', 'pass']);
  });
});

describe('file-name-type', () => {
  test('asks a person where name and content differ, and passes where they agree or the name claims nothing', () => {
    const { namedType: _named, ...plain } = picture('licence');
    const conclusions = run('file-name-type', {}, [
      picture('a.jpg', { namedType: 'jpeg' }),
      picture('b.png'),
      plain,
    ]);
    expect(outcomes(conclusions)).toEqual(['needs-person a.jpg', 'pass']);
    expect(messages(conclusions)[0]?.zh).toContain('按文件名是 JPEG 图片，内容却是 PNG 图片');
  });
});

describe('image-type, image-pixels, image-bytes and image-still', () => {
  const logo = {
    schema: 'yinqi/dossier@1' as const,
    platform: 'p',
    categories: [],
    app: { logo: 'assets/logo.png' },
  };

  test('image-type names what was found and what is wanted', () => {
    const conclusions = run(
      'image-type',
      { allowed: ['png', 'jpeg'] },
      [picture('assets/logo.png', { type: 'webp' })],
      logo,
    );
    expect(conclusions[0]).toMatchObject({
      outcome: 'fail',
      at: 'assets/logo.png',
      fix: { id: 'fit-picture:assets/logo.png' },
    });
    expect(messages(conclusions)[0]?.en).toContain('holds a WebP picture; wanted: PNG or JPG');
    expect(outcomes(run('image-type', { allowed: ['png'] }, [picture('a.png')]))).toEqual(['pass']);
  });

  test('image-pixels names both sizes and offers the repair of a logo', () => {
    const file = picture('assets/logo.png', { image: measure({ widthPx: 300, heightPx: 200 }) });
    const conclusions = run('image-pixels', { widthPx: 128, heightPx: 128 }, [file], logo);
    expect(conclusions[0]).toMatchObject({ outcome: 'fail', fix: { id: 'fit-picture:assets/logo.png' } });
    expect(messages(conclusions)[0]?.zh).toContain('是 300×200 像素，需要 128×128 像素');
  });

  test('image-pixels offers no repair for a screenshot of another shape, one for the same shape, none for an animation', () => {
    const wanted = { widthPx: 1920, heightPx: 1080 };
    const of = (widthPx: number, heightPx: number, frames = 1) =>
      run('image-pixels', wanted, [picture('d.png', { image: measure({ widthPx, heightPx, frames }) })])[0];
    expect(of(1920, 1200)).not.toHaveProperty('fix');
    expect(messages([of(1920, 1200) as Conclusion])[0]?.zh).toContain('不自动修复');
    expect(of(2560, 1440)).toHaveProperty('fix');
    expect(of(1366, 768)).toHaveProperty('fix');
    expect(of(2560, 1440, 3)).not.toHaveProperty('fix');
    expect(of(1920, 1080)).toEqual({ outcome: 'pass' });
  });

  test('image-bytes fails over the limit, to the byte, and leaves larger sizes to the stricter rule', () => {
    const of = (sizeBytes: number, more: object = {}) =>
      run('image-bytes', { maxBytes: 20_000, ...more }, [picture('a.png', { sizeBytes })]);
    expect(outcomes(of(20_000))).toEqual(['pass']);
    expect(outcomes(of(20_001))).toEqual(['fail a.png']);
    expect(messages(of(20_001))[0]?.zh).toBe(
      '「a.png」为 20 KB（20,001 字节），上限 20 KB（20,000 字节）。请压缩后重新导出，或用这里的修复。',
    );
    expect(outcomes(of(30_000, { upTo: 30_000 }))).toEqual(['fail a.png']);
    expect(outcomes(of(30_001, { upTo: 30_000 }))).toEqual(['not-applicable']);
  });

  test('image-bytes offers no repair where the size wanted by another rule cannot be reached evenly', () => {
    const of = (widthPx: number, heightPx: number) =>
      run('image-bytes', { maxBytes: 512_000, widthPx: 1920, heightPx: 1080 }, [
        picture('d.png', { sizeBytes: 600_000, image: measure({ widthPx, heightPx }) }),
      ])[0];
    expect(of(1920, 1080)).toHaveProperty('fix');
    expect(of(1080, 1920)).not.toHaveProperty('fix');
  });

  test('image-still counts frames', () => {
    const moving = picture('a.gif', { type: 'gif', image: measure({ frames: 12 }) });
    expect(messages(run('image-still', {}, [moving, picture('b.png')]))[0]?.zh).toContain('共 12 帧');
    expect(outcomes(run('image-still', {}, [moving, picture('b.png')]))).toEqual(['fail a.gif', 'pass']);
  });
});

describe('file-count and pictures-distinct', () => {
  const files = ['a', 'b', 'c'].map((name) => picture(`${name}.png`));

  test('file-count counts against both bounds', () => {
    expect(outcomes(run('file-count', { max: 2 }, files))).toEqual(['fail -']);
    expect(messages(run('file-count', { max: 2 }, files))[0]?.zh).toBe(
      '放了 3 个文件，最多 2 个。请去掉多出的 1 个。',
    );
    expect(outcomes(run('file-count', { max: 5, min: 4 }, files))).toEqual(['fail -']);
    expect(outcomes(run('file-count', { max: 3, min: 3 }, files))).toEqual(['pass']);
    expect(fileChecks.find((check) => check.name === 'file-count')?.parse({ max: 1, min: 2 }).success).toBe(
      false,
    );
  });

  test('pictures-distinct names both files of a pair, by bytes or by pixels', () => {
    const twin = picture('twin.png', { sha256: files[1]?.sha256 });
    const lookalike = picture('look.png', { image: { ...measure(), ...files[0]?.image } });
    const conclusions = run('pictures-distinct', {}, [...files, twin, lookalike]);
    expect(outcomes(conclusions)).toEqual(['fail twin.png', 'fail look.png']);
    expect(messages(conclusions).map((one) => one.zh)).toEqual([
      '「twin.png」与「b.png」内容完全相同。请换成不同的图片，或去掉其中一个。',
      '「look.png」与「a.png」画面逐像素相同。请换成不同的图片，或去掉其中一个。',
    ]);
    expect(outcomes(run('pictures-distinct', {}, files))).toEqual(['pass']);
    expect(outcomes(run('pictures-distinct', {}, files.slice(0, 1)))).toEqual(['not-applicable']);
  });
});

describe('the checks on scans', () => {
  const photo = (widthPx: number, heightPx: number) => {
    const image = measure({ widthPx, heightPx });
    return picture('papers/licence.jpg', {
      type: 'jpeg',
      namedType: 'jpeg',
      image,
      pages: [{ index: 0, hasText: false, measure: image }],
    });
  };

  test('scan-legible asks a person about small photos and leaves PDFs alone', () => {
    expect(outcomes(run('scan-legible', { minLongSidePx: 1000 }, [photo(999, 700)]))).toEqual([
      'needs-person papers/licence.jpg',
    ]);
    expect(outcomes(run('scan-legible', { minLongSidePx: 1000 }, [photo(700, 1000)]))).toEqual(['pass']);
    expect(outcomes(run('scan-legible', { minLongSidePx: 1000 }, [scan('a.pdf', [{}])]))).toEqual([
      'not-applicable',
    ]);
  });

  test('scan-colour asks where no page shows colour, and one coloured page is enough', () => {
    const grey = { measure: measure({ colouredShare: 0.0003 }) };
    const sealed = { measure: measure({ colouredShare: 0.004 }) };
    expect(outcomes(run('scan-colour', {}, [scan('a.pdf', [grey, grey])]))).toEqual(['needs-person a.pdf']);
    expect(outcomes(run('scan-colour', {}, [scan('a.pdf', [grey, sealed])]))).toEqual(['pass']);
  });

  test('scan-pages counts the pages that the PDF says, measured or not', () => {
    expect(outcomes(run('scan-pages', { max: 3 }, [scan('a.pdf', [{}], { pdf: { pages: 4 } })]))).toEqual([
      'fail a.pdf',
    ]);
    expect(outcomes(run('scan-pages', { max: 3 }, [scan('a.pdf', [{}, {}, {}])]))).toEqual(['pass']);
  });

  test('picture-not-empty names the empty pages from 1, and even pictures', () => {
    const blank = { measure: measure({ contrast: 0.4 }) };
    const [message] = messages(run('picture-not-empty', {}, [scan('a.pdf', [{}, blank, {}, blank])]));
    expect(message?.zh).toContain('第 2、4 页几乎是空白的');
    expect(message?.en).toContain('Page 2, 4 of');
    expect(
      outcomes(run('picture-not-empty', {}, [picture('l.png', { image: measure({ contrast: 0 }) })])),
    ).toEqual(['needs-person l.png']);
    expect(outcomes(run('picture-not-empty', {}, [picture('l.png')]))).toEqual(['pass']);
  });
});
