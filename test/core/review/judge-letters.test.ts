import { describe, expect, test } from 'vitest';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { LetterState } from '../../../main/core/letters/letter-state.ts';
import {
  cleanDossier,
  ownWordings,
  printedLetters,
  signed,
  soundFiles,
  statements,
} from '../../rulebook/clean-dossier.ts';
import { judge, clean, brief } from './judged-dossier.ts';

describe('letter scans', () => {
  const scan = 'papers/commitment.jpg';
  const withCode = (code: Record<string, unknown> | undefined): ReadonlyMap<string, FileInspection> => {
    const files = soundFiles(cleanDossier());
    const file = files.get(scan)!;
    const pages = file.pages!.map(({ code: before, ...page }) =>
      code === undefined ? page : { ...page, code: { ...before!, ...code } },
    );
    return files.set(scan, { ...file, pages });
  };

  test.each([
    ['an older revision', { revision: 'r0r0' }, 'warning', '旧版'],
    ['another letter', { letter: 'authorisation-letter' }, 'warning', '不属于本案卷'],
    ['another dossier', { dossier: 'xyz' }, 'warning', '不属于本案卷'],
    ['no code at all', undefined, 'notice', '没有找到页码标识'],
  ] as const)('%s needs a person', (_what, code, level, words) => {
    const report = judge(cleanDossier(), withCode(code));
    expect(brief(report)).toEqual([`${level} needs-person publishing-commitment ${scan}`]);
    expect(report.findings[0]!.message.zh).toContain(words);
    // The same words go to individuals, who have no company seal.
    expect(report.findings[0]!.message.zh).not.toMatch(/公章|盖章/);
    expect(report.verdict).toBe('pass');
  });

  test('a missing page is named', () => {
    const letters = printedLetters.map((one) =>
      one.letter === 'publishing-commitment' ? { ...one, pages: 3 } : one,
    );
    const { findings } = judge(cleanDossier(), soundFiles(cleanDossier()), letters);
    expect(findings[0]!.message.zh).toContain('第 2、3 页');
  });

  test('while the letter lacks data nothing can be said of its scan', () => {
    const letters = printedLetters.map((one) => ({ ...one, revision: null, pages: null }));
    const found = brief(judge(cleanDossier(), soundFiles(cleanDossier()), letters));
    expect(found).toEqual([
      'notice needs-person authorisation-letter papers/authorisation.jpg',
      'notice needs-person publishing-commitment papers/commitment.jpg',
    ]);
  });

  test('a named person settles it', () => {
    const attestations = {
      ...cleanDossier().attestations,
      'publishing-commitment': { by: '王五', on: '2026-06-30' },
    };
    expect(judge(clean({ attestations }), withCode(undefined)).findings).toEqual([]);
  });
});

describe('a letter for which the platform has a form', () => {
  const own = 'publishing-commitment-on-official-form';
  const without = (rule: string) => signed([...statements, ...ownWordings].filter((one) => one !== rule));
  const ofRule = (findings: readonly { readonly rule: string }[], rule: string) =>
    findings.filter((one) => one.rule === rule);

  test('in our wording needs a person, with the clauses of its own form', () => {
    const { findings, verdict } = judge(clean({ attestations: without(own) }));
    expect(findings).toMatchObject([
      {
        rule: own,
        level: 'warning',
        outcome: 'needs-person',
        at: 'documents.publishing-commitment',
        cites: ['compliance/4.1-6', 'compliance/6', 'compliance/6-2'],
      },
    ]);
    expect(verdict).toBe('pass');
    const { findings: other } = judge(
      clean({ attestations: without('authorisation-letter-on-official-form') }),
    );
    expect(other).toMatchObject([{ cites: ['compliance/4.1-7', 'compliance/6', 'compliance/6-9'] }]);
  });

  test('on the form needs nobody', () => {
    const letters = printedLetters.map((one) => ({ ...one, form: { version: 1 } }));
    expect(judge(clean({ attestations: without(own) }), undefined, letters).findings).toEqual([]);
  });

  test('says nothing of an optional letter without a scan, nor of one that may not be needed', () => {
    const rule = 'security-inspection-authorisation-on-official-form';
    const requirement = 'security-inspection-authorisation';
    const letters: readonly LetterState[] = [
      ...printedLetters,
      { letter: requirement, requirement, revision: 'r1r1', pages: 1, dossier: 'abc' },
    ];
    const attestations = without(rule);
    expect(ofRule(judge(clean({ attestations }), undefined, letters).findings, rule)).toEqual([]);
    const documents = { ...cleanDossier().documents, [requirement]: 'papers/inspection.jpg' };
    expect(ofRule(judge(clean({ attestations, documents }), undefined, letters).findings, rule)).toHaveLength(
      1,
    );
  });
});
