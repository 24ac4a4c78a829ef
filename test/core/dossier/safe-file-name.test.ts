import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requireInside } from '../../../main/core/dossier/dossier-path.ts';
import { numberedPath, safeFileName, safeFilePath } from '../../../main/core/dossier/safe-file-name.ts';

describe('safeFileName', () => {
  test.each([
    ['营业执照.pdf', '营业执照.pdf'],
    ['a:b*c?.png', 'a_b_c_.png'],
    ['CON.txt', '_CON.txt'],
    ['lpt1', '_lpt1'],
    ['console.txt', 'console.txt'],
    ['.hidden.png', 'hidden.png'],
    ['name. ', 'name'],
    ['', 'file'],
    ['...', 'file'],
    ['node_modules', 'file-node_modules'],
    ['e\u0301.png', '\u00e9.png'],
    ['a\u202Egnp.exe', 'a_gnp.exe'],
    ['~$文档.docx', '$文档.docx'],
  ])('makes “%s” “%s”', (wanted, safe) => {
    expect(safeFileName(wanted)).toBe(safe);
  });

  test('cuts a long name and keeps its ending, between whole characters', () => {
    const ascii = safeFileName(`${'a'.repeat(300)}.jpeg`);
    expect(ascii).toHaveLength(120);
    expect(ascii.endsWith('a.jpeg')).toBe(true);
    const chinese = safeFileName(`${'印'.repeat(200)}.pdf`);
    expect(Buffer.byteLength(chinese)).toBeLessThanOrEqual(200);
    expect(chinese).toMatch(/^印{60,}\.pdf$/);
    expect(safeFileName('𠮷'.repeat(200))).toMatch(/^𠮷+$/u);
  });

  test('is safe for any name, and leaves a safe name as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (wanted) => {
        const safe = safeFileName(wanted);
        expect(safe).not.toMatch(/[<>:"/\\|?*]|^\.|[. ]$/);
        expect(safe).not.toBe('');
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(204);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

describe('safeFilePath', () => {
  test.each([
    ['documents/a.pdf', 'documents/a.pdf'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/abs/x.png', 'abs/x.png'],
    ['..\\..\\x.png', '_.._x.png'],
    ['dossier.yaml', 'dossier-file.yaml'],
    ['Dossier.YAML', 'dossier-file.yaml'],
    ['a/dossier.yaml', 'a/dossier.yaml'],
    ['', 'file'],
  ])('makes “%s” “%s”', (wanted, safe) => {
    expect(safeFilePath(wanted)).toBe(safe);
    expect(() => requireInside(safe)).not.toThrow();
  });
});

test('numbers go before the ending', () => {
  expect(numberedPath('a/logo.png', 2)).toBe('a/logo-2.png');
  expect(numberedPath('a.b/logo', 3)).toBe('a.b/logo-3');
  expect(numberedPath('a/.x', 2)).toBe('a/.x-2');
  expect(numberedPath('logo.png', 1)).toBe('logo.png');
});
