import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DossierDocument, FieldEdit } from '../../../main/contract/dossier.ts';
import { Failure } from '../../../main/contract/failure.ts';
import { applyEdits, editYaml } from '../../../main/core/dossier/edit-dossier.ts';
import { parseDossier } from '../../../main/core/dossier/parse-dossier.ts';
import { writeDossier } from '../../../main/core/dossier/write-dossier.ts';
import { dossiers, edits } from './generated-dossiers.ts';

const minimal: DossierDocument = {
  schema: 'yinqi/dossier@1',
  platform: 'tencent-meeting',
  categories: ['general/other'],
};

const byHand = `# 我们的案卷
schema: yinqi/dossier@1
platform: tencent-meeting
categories: [general/other]        # one or more ids
applicant: { kind: company }       # company (default) | individual


company:
    name: 深圳市示例科技有限公司   # 与营业执照一致
    agent: { name: 李四, phone: 0755-1 }
    # 客服
    phone: 075512345678
app:
    version: 1.0
    searchKeywords:
    - 会议
    - '纪要'
facts: { }      # fact id: answer
documents:      # requirement id: file
`;

const failureOf = (work: () => unknown): Failure => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
};

/** The lines that differ, as a reader of a diff sees them. */
function changes(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return {
    gone: old.filter((line) => !fresh.includes(line)),
    come: fresh.filter((line) => !old.includes(line)),
  };
}

describe('applyEdits', () => {
  test('sets a field and makes the groups around it', () => {
    const edited = applyEdits(minimal, [{ path: ['company', 'agent', 'phone'], value: '0755' }]);
    expect(edited).toEqual({ ...minimal, company: { agent: { phone: '0755' } } });
    expect(minimal).not.toHaveProperty('company');
  });

  test('removes a field by null or undefined, with the groups that it leaves empty', () => {
    const full = { ...minimal, company: { name: '甲', agent: { phone: '1' } } };
    expect(applyEdits(full, [{ path: ['company', 'agent', 'phone'], value: null }])).toEqual({
      ...minimal,
      company: { name: '甲' },
    });
    const both: FieldEdit[] = [
      { path: ['company', 'agent', 'phone'], value: undefined },
      { path: ['company', 'name'], value: null },
    ];
    expect(applyEdits(full, both)).toEqual(minimal);
  });

  test('keeps a list that the schema requires, even when its last item goes', () => {
    expect(applyEdits(minimal, [{ path: ['categories', 0], value: null }]).categories).toEqual([]);
  });

  test('appends to a list, and takes an item out of its middle', () => {
    const listed = { ...minimal, app: { searchKeywords: ['a', 'b', 'c'] } };
    expect(applyEdits(listed, [{ path: ['app', 'searchKeywords', 3], value: 'd' }]).app?.searchKeywords).toEqual([
      'a', 'b', 'c', 'd',
    ]); // prettier-ignore
    expect(applyEdits(listed, [{ path: ['app', 'searchKeywords', 1], value: null }]).app?.searchKeywords).toEqual([
      'a', 'c',
    ]); // prettier-ignore
  });

  test('turns Windows line ends of a pasted text into plain ones', () => {
    expect(applyEdits(minimal, [{ path: ['app', 'intro'], value: 'a\r\nb' }]).app?.intro).toBe('a\nb');
  });

  test.each<[string, FieldEdit, string, string]>([
    ['an unknown field', { path: ['app', 'nmae'], value: 'x' }, 'app.nmae', 'name'],
    ['a wrong type', { path: ['app', 'name'], value: 3 }, 'app.name', '3'],
    ['a required field taken out', { path: ['platform'], value: null }, 'platform', 'platform'],
    ['a control character', { path: ['app', 'name'], value: 'a\u0007' }, 'app.name', 'U+0007'],
    ['half a surrogate pair', { path: ['app', 'name'], value: '\uD83D' }, 'app.name', 'U+D83D'],
    ['a gap in a list', { path: ['categories', 7], value: 'x' }, 'categories.7', '8'],
    ['a place below a text', { path: ['app', 'name', 'x'], value: 'x' }, 'app.name.x', 'x'],
    ['a choice that is none', { path: ['applicant', 'kind'], value: 'firm' }, 'applicant.kind', 'firm'],
    [
      'a day that does not exist',
      { path: ['letters', 'l', 'date'], value: '2026-02-30' },
      'letters.l.date',
      '2026-02-30',
    ],
    ['a key that is no key', { path: ['facts', '__proto__'], value: true }, 'facts.__proto__', '__proto__'],
    ['null in a list', { path: ['categories'], value: [null] }, 'categories.0', 'categories.0'],
  ])('refuses %s and names the field', (_, edit, field, found) => {
    const failure = failureOf(() => applyEdits(minimal, [edit]));
    expect(failure.code).toBe('bad-edit');
    for (const language of ['zh', 'en'] as const) {
      const { message, hint } = failure.in(language);
      expect(message).toContain(field);
      expect(message + hint).toContain(found);
    }
  });
});

describe('editYaml', () => {
  test('says after the edits what applyEdits says, for generated dossiers and edits', () => {
    fc.assert(
      fc.property(dossiers, edits, (dossier, made) => {
        let wanted: DossierDocument | null;
        try {
          wanted = applyEdits(dossier, made);
        } catch (error) {
          if (!(error instanceof Failure)) throw error;
          wanted = null;
        }
        const text = writeDossier(dossier);
        if (wanted === null) expect(() => editYaml(text, made)).toThrow(Failure);
        else expect(parseDossier(editYaml(text, made), 'dossier.yaml')).toEqual(wanted);
      }),
      { numRuns: 250 },
    );
  });

  test('changes one line and leaves comments, spacing, quotes and order of all others', () => {
    const edited = editYaml(byHand, [{ path: ['app', 'version'], value: '2.0.0' }]);
    expect(changes(byHand, edited)).toEqual({ gone: ['    version: 1.0'], come: ['    version: 2.0.0'] });
    expect(edited.split('\n')).toHaveLength(byHand.split('\n').length);
  });

  test('quotes a text that YAML would take for something else', () => {
    const edited = editYaml(byHand, [{ path: ['app', 'version'], value: '2.0' }]);
    expect(changes(byHand, edited).come).toEqual(['    version: "2.0"']);
  });

  test('keeps the comment of a field whose value changes or goes', () => {
    const changed = editYaml(byHand, [{ path: ['company', 'name'], value: '乙公司' }]);
    expect(changes(byHand, changed).come).toEqual(['    name: 乙公司 # 与营业执照一致']);
    const gone = editYaml(byHand, [{ path: ['company', 'name'], value: null }]);
    expect(changes(byHand, gone).come).toEqual(['    name: # 与营业执照一致']);
    expect(parseDossier(gone, 'dossier.yaml').company).not.toHaveProperty('name');
  });

  test('puts a new field where the schema has it, indented as the rest is', () => {
    const edited = editYaml(byHand, [{ path: ['company', 'address'], value: '南山区' }]);
    const lines = edited.split('\n');
    expect(changes(byHand, edited)).toEqual({ gone: [], come: ['    address: 南山区'] });
    expect(lines.indexOf('    address: 南山区')).toBeLessThan(lines.indexOf('    phone: 075512345678'));
  });

  test('adds to a list that is not indented without touching its other items', () => {
    const edited = editYaml(byHand, [{ path: ['app', 'searchKeywords', 2], value: '转写' }]);
    expect(changes(byHand, edited)).toEqual({ gone: [], come: ['    - 转写'] });
  });

  test('fills an empty group, written as braces or left blank, and keeps what is said of it', () => {
    const edited = editYaml(byHand, [
      { path: ['facts', 'networked'], value: true },
      { path: ['documents', 'business-licence'], value: 'a.pdf' },
    ]);
    expect(edited).toContain('facts:\n    # fact id: answer\n    networked: true\n');
    expect(edited).toContain('    # requirement id: file\n    business-licence: a.pdf\n');
  });

  test('keeps Windows line ends, a byte order mark and a missing last line break', () => {
    const windows = `\uFEFF${byHand.replaceAll('\n', '\r\n').trimEnd()}`;
    const edited = editYaml(windows, [{ path: ['app', 'version'], value: '2.0.0' }]);
    expect(edited).toBe(windows.replace('1.0', '2.0.0'));
  });

  test('gives the very same text back when nothing changes', () => {
    const nothing: FieldEdit[] = [
      { path: ['app', 'version'], value: '1.0' },
      { path: ['app', 'intro'], value: null },
    ];
    expect(editYaml(byHand, nothing)).toBe(byHand);
  });

  test('edits one place of a text that is shared by reference without changing the other', () => {
    const shared = `${byHand}parties:\n    - &p { role: licensor, kind: company, name: 甲 }\n    - *p\n`;
    const edited = editYaml(shared, [{ path: ['parties', 1, 'name'], value: '乙' }]);
    expect(parseDossier(edited, 'x').parties?.map((party) => party.name)).toEqual(['甲', '乙']);
    expect(edited).toContain('# 我们的案卷');
  });

  test('refuses a text that has faults before it looks at the edits', () => {
    const failure = failureOf(() => editYaml('platform: x\n', [{ path: ['app', 'name'], value: 'x' }]));
    expect(failure.code).toBe('dossier-missing-field');
  });
});
