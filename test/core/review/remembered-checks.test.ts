import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dossierDocumentSchema, type DossierDocument } from '../../../main/contract/dossier.ts';
import type { FileInspection } from '../../../main/contract/files.ts';
import type { CheckRule } from '../../../main/contract/rulebook.ts';
import type { AnyCheck, Situation } from '../../../main/core/review/check.ts';
import { judgeDossier } from '../../../main/core/review/judge-dossier.ts';
import { runRemembered } from '../../../main/core/review/remembered-checks.ts';
import { cleanDossier, printedLetters, soundFiles } from '../../rulebook/clean-dossier.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const rulebook = await loadRulebook();
const rule = rulebook.rules.find((one): one is CheckRule => one.kind === 'check')!;
const minimal: DossierDocument = { schema: 'yinqi/dossier@1', platform: 'tencent-meeting', categories: [] };

/** How often a check that looks at something of its surroundings runs for two situations, one after the other. */
function runsOf(look: (situation: Situation) => unknown, ...changes: readonly Partial<Situation>[]): number {
  let runs = 0;
  const check: AnyCheck = {
    name: 'counting',
    isGraded: false,
    parse: () => ({ success: true }),
    run(_subject, _parameters, situation) {
      runs += 1;
      const zh = String(look(situation));
      return [{ outcome: 'fail', message: { zh, en: zh } }];
    },
  };
  const own = { ...rule };
  const base: Situation = { document: minimal, rulebook, inspections: new Map(), today: '2026-11-22' };
  for (const change of changes)
    runRemembered(own, check, { kind: 'field', field: 'app.name', value: '甲' }, { ...base, ...change });
  return runs;
}

const withApp = (app: DossierDocument['app']): Partial<Situation> => ({ document: { ...minimal, app } });

describe('a check is run again exactly when what it looks at changed', () => {
  test.each<[string, number, (situation: Situation) => unknown, readonly Partial<Situation>[]]>([
    ['nothing but its subject', 1, () => '', [{}, withApp({ name: '乙' }), { today: '2027-01-01' }]],
    ['a field that stays', 1, ({ document }) => document.app?.name, [withApp({ name: '甲', version: '1' }), withApp({ name: '甲', version: '2' })]],
    ['a field that changes', 2, ({ document }) => document.app?.name, [withApp({ name: '甲' }), withApp({ name: '乙' })]],
    ['whether a group is there', 2, ({ document }) => document.app === undefined, [withApp({ name: '甲' }), {}]],
    ['whether a field is there', 2, ({ document }) => Object.hasOwn(document.app ?? {}, 'name'), [withApp({ name: '甲' }), withApp({})]],
    ['whether a field is there, however it reads', 1, ({ document }) => 'name' in (document.app ?? {}), [withApp({ name: '甲' }), withApp({ name: '乙' })]],
    ['the names of all fields', 2, ({ document }) => Object.keys(document.app ?? {}), [withApp({ name: '甲' }), withApp({ name: '甲', version: '1' })]],
    ['a list that is written anew with the same', 1, ({ document }) => document.app?.searchKeywords?.length, [withApp({ searchKeywords: ['一'] }), withApp({ searchKeywords: ['一'] })]],
    ['a list that changes inside', 2, ({ document }) => document.app?.permissions?.[0]?.name, [withApp({ permissions: [{ name: '一' }] }), withApp({ permissions: [{ name: '二' }] })]],
    ['the day', 2, ({ today }) => today, [{}, { today: '2026-11-23' }]],
    ['a file of the dossier', 2, ({ inspections }) => inspections.get('a')?.sizeBytes, [{ inspections: new Map([['a', { path: 'a', sizeBytes: 1, type: 'pdf' } as const]]) }, { inspections: new Map([['a', { path: 'a', sizeBytes: 2, type: 'pdf' } as const]]) }]],
    ['the word lists', 2, (situation) => situation.rulebook.wordLists, [{}, { rulebook: { ...rulebook, wordLists: { ...rulebook.wordLists } } }]],
  ])('it looks at %s', (_title, runs, look, changes) => {
    expect(runsOf(look, ...changes)).toBe(runs);
  }); // prettier-ignore

  test('another text in its own field is looked at again', () => {
    const run: AnyCheck['run'] = (subject) => [
      { outcome: 'fail', message: { zh: JSON.stringify(subject), en: '' } },
    ];
    const check: AnyCheck = { name: 'echo', isGraded: false, parse: () => ({ success: true }), run };
    const situation = {
      document: minimal,
      rulebook,
      inspections: new Map<string, FileInspection>(),
      today: '',
    };
    const own = { ...rule };
    const said = ['甲', '乙', '乙'].map((value) =>
      runRemembered(own, check, { kind: 'field', field: 'app.name', value }, situation),
    );
    expect(said[1]).not.toEqual(said[0]);
    expect(said[2]).toBe(said[1]);
  });
});

const changes = fc.constantFrom<Record<string, unknown>>(
  {
    app: {
      name: '会议纪要助手',
      intro: '最好的纪要',
      version: '最新版',
      description: '全网第一的会议纪要。',
    },
  },
  { app: { name: 'TEST', searchKeywords: ['会议', '会议', '纪要'], permissions: [{ name: '麦克风' }] } },
  { app: undefined },
  { company: { name: '甲公司', phone: '1', website: 'http://localhost' } },
  { company: undefined },
  { facts: {} },
  { facts: { chat: true, networked: true, 'generative-ai': true } },
  { categories: ['finance/bank'] },
  { parties: [{ role: 'licensor', kind: 'company', name: '乙公司' }] },
  { documents: { 'business-licence': 'a.pdf', icp: ['a.pdf', 'b.png'] } },
  { documents: undefined },
  { applicant: { kind: 'individual' } },
);

test('a dossier that is changed step by step is judged as one that was never seen', () => {
  fc.assert(
    fc.property(fc.array(changes, { minLength: 2, maxLength: 5 }), (steps) => {
      let document = cleanDossier();
      for (const step of steps) {
        document = dossierDocumentSchema.parse({ ...document, ...step });
        const input = {
          document,
          inspections: soundFiles(document),
          letters: printedLetters,
          today: '2026-07-01',
        };
        const anew = judgeDossier({ ...input, rulebook: structuredClone(rulebook) });
        expect(judgeDossier({ ...input, rulebook })).toEqual(anew);
      }
    }),
    { numRuns: 15 },
  );
}, 60_000);
