import { describe, expect, test } from 'vitest';
import { Failures } from '../../../main/contract/failure.ts';
import { checkRegistry } from '../../../main/core/review/check-registry.ts';
import { coverClauses } from '../../../main/core/rulebook/clause-coverage.ts';
import { buildRulebook } from '../../../main/core/rulebook/build-rulebook.ts';

const T = '{ zh: 一, en: one }';
const rule = `id: has-name
kind: check
title: ${T}
cites:
  - doc/1
level: error
on: { field: app.name }
check: text-length
parameters: { unit: han, max: 6 }
examples:
  pass: [{ as: short, value: 一 }]
  fail: [{ as: long, value: 一二三四五六七 }]
`;
const group = `id: papers
kind: document
title: ${T}
cites: [doc/1]
because: ${T}
place: { section: first, order: 1, field: ${T} }
needs: { anyOf: [paper-a, paper-b] }
`;
const paper = (id: string): string =>
  `id: ${id}\nkind: document\ntitle: ${T}\ncites: [doc/1]\nbecause: ${T}\n`;
const statement = `id: someone-looked
kind: attestation
title: ${T}
cites: [doc/1]
applies: { fact: asked, is: true }
because: ${T}
level: warning
topic: eyes
by: legal
statement: ${T}
`;
const conflict = `id: two-sides
title: ${T}
sides:
  - { cites: [doc/1], says: ${T} }
  - { cites: [doc/2.1], says: ${T} }
does: ${T}
rules: [has-name]
`;
const sound: Record<string, string> = {
  'platform.yaml': `id: p
title: ${T}
version: '1'
tracks: [{ id: first, title: ${T} }]
groups: []
questions: [{ id: about, title: ${T} }, { id: first, title: ${T} }]
topics: [{ id: eyes, title: ${T} }]
sections: [{ id: first, title: ${T}, folder: 01 }]
`.replace('folder: 01', "folder: '01'"),
  'categories.yaml': `- { id: c, title: ${T} }\n`,
  'facts/about.yaml': `- id: asked
  question: ${T}
  help: ${T}
  answer: { kind: yes-no }
  cites: [doc/1]
`,
  'sources.yaml': `- { id: doc, title: ${T} }\n`,
  'clauses.tsv': 'id\tkind\tgist\ndoc/1\tclause\t大意\ndoc/2.1\ttext\t\n',
  'background/doc.yaml': `- { clauses: [doc/2*], reason: ${T} }\n`,
  'conflicts/two-sides.yaml': conflict,
  'rules/texts/has-name.yaml': rule,
  'rules/papers/papers.yaml': group,
  'rules/papers/paper-a.yaml': paper('paper-a'),
  'rules/papers/paper-b.yaml': paper('paper-b'),
  'rules/statements/someone-looked.yaml': statement,
};
const around = { checks: checkRegistry, letters: new Set(['a-letter']) };
const build = (changes: Record<string, string | null> = {}) => {
  const files = new Map(Object.entries(sound));
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  return buildRulebook('root', files, around);
};
const faultsOf = (changes: Record<string, string | null>): readonly string[] => {
  try {
    build(changes);
  } catch (error) {
    if (error instanceof Failures) return error.all.map((one) => one.text.en);
    throw error;
  }
  return [];
};

test('a sound rulebook is built, its rules in the order of their ids', () => {
  expect(build().rules.map((one) => one.id)).toEqual([
    'has-name',
    'paper-a',
    'paper-b',
    'papers',
    'someone-looked',
  ]);
});

const path = 'rules/texts/has-name.yaml';
const where = `root/${path}`;
test('every clause is accounted for by a rule, or by the reason why it binds nobody', () => {
  expect(coverClauses(build())).toEqual({
    coverage: { 'doc/1': 'has-name', 'doc/2.1': 'background' },
    uncovered: [],
  });
  const bare = build({ 'background/doc.yaml': null });
  expect(coverClauses(bare)).toEqual({ coverage: { 'doc/1': 'has-name' }, uncovered: ['doc/2.1'] });
});

test('a range of background leaves out what a rule cites', () => {
  const wide = build({ 'background/doc.yaml': `- { clauses: [doc/*], reason: ${T} }\n` });
  expect(coverClauses(wide).coverage).toEqual({ 'doc/1': 'has-name', 'doc/2.1': 'background' });
});

test('questions come by topic, in the order that the platform lists the topics', () => {
  const again = sound['facts/about.yaml']!.replace('asked', 'later');
  const { facts } = build({ 'facts/first.yaml': again });
  expect(facts.map(({ id, topic }) => [id, topic])).toEqual([
    ['asked', 'about'],
    ['later', 'first'],
  ]);
});

describe('a fault names file and line:', () => {
  test.each([
    ['a clause that does not exist', { [path]: rule.replace('doc/1', 'doc/2') }, `${where}:5: there is no clause “doc/2”; did you mean “doc/1”`],
    ['an unknown key', { [path]: rule.replace('level:', 'levell:') }, `${where}:6: there is no key “levell”; did you mean “level”`],
    ['an unknown key of a localized text', { [path]: rule.replace('zh: 一, en', 'zh: 一, eng') }, `${where}:3: there is no key “eng”; did you mean “en”`],
    ['a wrong value', { [path]: rule.replace('level: error', 'level: fatal') }, `${where}:6: “level” does not fit: found "fatal"`],
    ['a missing value', { [path]: rule.replace('check: text-length\n', '') }, `${where}:1: “check” does not fit: found nothing`],
    ['an unknown check', { [path]: rule.replace('text-length', 'text-lenght') }, `${where}:8: there is no check “text-lenght”; did you mean “text-length”`],
    ['parameters that do not fit', { [path]: rule.replace('max: 6', 'most: 6') }, `${where}:9: the parameters do not fit the check “text-length”`],
    ['no failing example', { [path]: rule.replace(/ {2}fail:.*\n/, '  fail: []\n') }, `${where}:12: “examples.fail” does not fit`],
    ['YAML that is none', { [path]: rule.replace('cites:\n  - doc/1', 'cites: [doc/1') }, `${where}:`],
    ['a key twice', { [path]: `${rule}level: notice\n` }, `${where}:13: not valid YAML: Map keys must be unique`],
    ['a file under another name', { 'rules/texts/other.yaml': rule, [path]: null }, 'root/rules/texts/other.yaml:1: the file must be named after its id: has-name.yaml'],
    ['an id twice', { 'rules/again/has-name.yaml': rule }, `${where}:1: the id “has-name” occurs twice: it is already used in root/rules/again/has-name.yaml`],
    ['an id that is a number', { [path]: rule.replace('has-name', '7') }, `${where}:1:`],
    ['an unknown fact', { [path]: `${rule}applies: { fact: askd, is: true }\n` }, `${where}:13: there is no fact “askd”; did you mean “asked”`],
    ['an answer that a fact never has', { [path]: `${rule}applies: { fact: asked, is: maybe }\n` }, `${where}:13: the fact “asked” is never answered "maybe"`],
    ['an unknown category', { [path]: `${rule}applies:\n  not:\n    category: d\n` }, `${where}:13: there is no category “d”`],
    ['an unknown track', { [path]: `${rule}applies: { track: frist }\n` }, `${where}:13: there is no track “frist”; did you mean “first”`],
    ['a typo inside a condition', { [path]: `${rule}applies: { fact: asked, iss: true }\n` }, `${where}:13: there is no key “iss”; did you mean “is”`],
    ['an unknown topic', { 'rules/statements/someone-looked.yaml': statement.replace('topic: eyes', 'topic: eye') }, 'root/rules/statements/someone-looked.yaml:8: there is no topic “eye”; did you mean “eyes”'],
    ['an unknown section', { 'rules/papers/papers.yaml': group.replace('section: first', 'section: last') }, 'root/rules/papers/papers.yaml:6: there is no section “last”'],
    ['a leaf that is no requirement', { 'rules/papers/papers.yaml': group.replace('paper-b', 'has-name') }, 'root/rules/papers/papers.yaml:7: there is no requirement “has-name”'],
    ['files of what is no requirement', { [path]: rule.replace('{ field: app.name }', '{ files: [paper-c] }') }, `${where}:7: there is no requirement “paper-c”`],
    ['a letter without a folder', { 'rules/papers/paper-a.yaml': `${paper('paper-a').replace('kind: document', 'kind: letter')}letter: b-letter\n` }, 'root/rules/papers/paper-a.yaml:6: there is no letter (a folder under resources/letters) “b-letter”'],
    ['a copy that tells of no conflict', { 'rules/papers/paper-a.yaml': `${paper('paper-a')}copy: { seal: own, conflict: two-side }\n` }, 'root/rules/papers/paper-a.yaml:6: there is no conflict “two-side”; did you mean “two-sides”'],
    ['a copy on which nothing goes', { 'rules/papers/paper-a.yaml': `${paper('paper-a')}copy: { date: true }\n` }, 'root/rules/papers/paper-a.yaml:6: '],
    ['a fact that cites nothing that exists', { 'facts/about.yaml': sound['facts/about.yaml']!.replace('doc/1', 'doc/9') }, 'root/facts/about.yaml:5: there is no clause “doc/9”'],
    ['questions of a topic that the platform does not list', { 'facts/abot.yaml': sound['facts/about.yaml']!.replace('asked', 'other') }, 'root/facts/abot.yaml:1: there is no topic of questions (questions in platform.yaml) “abot”; did you mean “about”'],
    ['a question twice', { 'facts/first.yaml': sound['facts/about.yaml']! }, 'root/facts/first.yaml:1: the id “asked” occurs twice: it is already used in root/facts/about.yaml'],
    ['background that names no clause', { 'background/doc.yaml': `- { clauses: [doc/3], reason: ${T} }\n` }, 'root/background/doc.yaml:1: there is no clause “doc/3”'],
    ['background that a rule cites', { 'background/doc.yaml': `- { clauses: [doc/1], reason: ${T} }\n` }, 'root/background/doc.yaml:1: the clause “doc/1” is cited by a rule and is no background'],
    ['a conflict with one side', { 'conflicts/two-sides.yaml': conflict.replace(/ {2}- .*doc.2.*\n/, '') }, 'root/conflicts/two-sides.yaml:3: “sides” does not fit'],
    ['a conflict that no rule of that name acts on', { 'conflicts/two-sides.yaml': conflict.replace('[has-name]', '[had-name]') }, 'root/conflicts/two-sides.yaml:7: there is no rule “had-name”; did you mean “has-name”'],
    ['a conflict of clauses that do not exist', { 'conflicts/two-sides.yaml': conflict.replace('doc/2.1', 'doc/7') }, 'root/conflicts/two-sides.yaml:5: there is no clause “doc/7”'],
    ['a category twice', { 'categories.yaml': `${sound['categories.yaml']}- { id: c, title: ${T} }\n` }, 'root/categories.yaml:2: the id “c” occurs twice'],
    ['a missing file', { 'sources.yaml': null }, 'root/sources.yaml:1: the file is missing'],
    ['a clause table without columns', { 'clauses.tsv': 'id\tkind\tgist\ndoc/1 clause\n' }, 'root/clauses.tsv:2: three columns between tabs are wanted'],
  ] as const)('%s', (_what, changes, wanted) => {
    const found = faultsOf(changes as Record<string, string | null>);
    expect(found.some((one) => one.startsWith(wanted)), found.join('\n')).toBe(true);
  }); // prettier-ignore
});

test('every fault of every file comes at once', () => {
  const found = faultsOf({
    [path]: rule.replace('doc/1', 'doc/2').replace('text-length', 'no-such-check'),
    'rules/statements/someone-looked.yaml': statement.replace('topic: eyes', 'topic: nose'),
    'categories.yaml': `- { id: c, titel: ${T} }\n`,
  });
  expect(found.length).toBeGreaterThanOrEqual(2);
  const readable = faultsOf({
    [path]: rule.replace('doc/1', 'doc/2').replace('text-length', 'no-such-check'),
    'rules/statements/someone-looked.yaml': statement.replace('topic: eyes', 'topic: nose'),
  });
  expect(readable.length).toBe(3);
});

test('the messages are there in Chinese, too', () => {
  try {
    build({ [path]: rule.replace('doc/1', 'doc/2') });
  } catch (error) {
    expect(error).toBeInstanceOf(Failures);
    expect((error as Failures).in('zh')).toMatchObject({
      code: 'rulebook-fault',
      message: `${where}:5：没有名为「doc/2」的条款，是否想写「doc/1」`,
    });
  }
  expect.assertions(2);
});
