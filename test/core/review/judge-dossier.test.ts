import { describe, expect, test } from 'vitest';
import { type DossierDocument } from '../../../main/contract/dossier.ts';
import type { Rulebook } from '../../../main/contract/rulebook.ts';
import { askedFacts } from '../../../main/core/category/fact-questions.ts';
import { judgeDossier } from '../../../main/core/review/judge-dossier.ts';
import { statementsByTopic } from '../../../main/core/review/statements.ts';
import {
  cleanDossier,
  ownWordings,
  printedLetters,
  signed,
  soundFiles,
  statements,
} from '../../rulebook/clean-dossier.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { rulebook, judge, clean, brief, statusOf } from './judged-dossier.ts';

test('an empty dossier misses everything and crashes nowhere', () => {
  const report = judge(dossierWith());
  expect(report.verdict).toBe('fail');
  const missing = report.findings.filter((one) => one.level === 'error');
  expect(missing.every((one) => one.outcome === 'fail')).toBe(true);
  expect(missing.map((one) => one.rule).filter((rule) => rule !== 'facts-answered')).toEqual([
    'agent-id-copy', 'app-description', 'app-intro', 'app-logo', 'app-name', 'app-version', 'authorisation-letter',
    'business-licence', 'company-logo', 'company-name', 'company-website', 'customer-service-phone', 'icp',
    'legal-representative-id-copy', 'previews', 'privacy-policy-url', 'publishing-commitment', 'software-copyright',
    'terms-url',
  ]); // prettier-ignore
  const unanswered = report.findings.filter((one) => one.rule === 'facts-answered').map((one) => one.at);
  expect(unanswered).toEqual(
    expect.arrayContaining(['facts.icp-holder', 'facts.networked', 'facts.software-copyright-holder']),
  );
  const asked = askedFacts(rulebook, dossierWith()).map((fact) => `facts.${fact.id}`);
  expect(unanswered.toSorted()).toEqual(asked.toSorted());
});

test('a question that papers hang on is an error until it is answered; one that only statements hang on a warning', () => {
  const { chat: _chat, views: _views, ...facts } = cleanDossier().facts!;
  const found = judge(clean({ facts })).findings.filter((one) => one.rule === 'facts-answered');
  expect(found.map((one) => [one.at, one.level, one.outcome])).toEqual([
    ['facts.chat', 'error', 'fail'],
    ['facts.views', 'warning', 'needs-person'],
  ]);
});

test('the order of findings does not hang on the order of the dossier', () => {
  const one = judge(dossierWith({ documents: { b: 'x.pdf', a: 'y.pdf' } }), new Map());
  const two = judge(dossierWith({ documents: { a: 'y.pdf', b: 'x.pdf' } }), new Map());
  expect(JSON.stringify(two.findings)).toBe(JSON.stringify(one.findings));
});

test('what is missing says what to do, where, and on which clauses', () => {
  const { findings } = judge(dossierWith());
  const licence = findings.find((one) => one.rule === 'business-licence')!;
  expect(licence).toMatchObject({ at: 'documents.business-licence', level: 'error' });
  expect(licence.message.zh).toContain('用于注册腾讯开发者账号');
  expect(licence.cites).toContain('compliance/4.1-3');
  const certificate = findings.find((one) => one.rule === 'software-copyright')!;
  expect(certificate.message.zh).toContain('计算机软件著作权证书、电子版权证书、软件著作权认证证书');
});

test('any one of a choice satisfies its group, the others stay optional', () => {
  const report = judge(cleanDossier());
  expect(statusOf(report, 'software-copyright')).toBe('ok');
  expect(statusOf(report, 'computer-software-copyright-certificate')).toBe('missing');
  const leaf = report.requirements.find((one) => one.id === 'icp-licence')!;
  expect(leaf).toMatchObject({ optional: true, partOf: 'icp' });
});

test('a file with an error makes its requirement and the group invalid, and is told once', () => {
  const document = cleanDossier();
  const files = soundFiles(document);
  files.set('papers/copyright.jpg', {
    path: 'papers/copyright.jpg',
    sizeBytes: 0,
    type: 'unknown',
    problem: 'empty',
  });
  const report = judge(document, files);
  expect(statusOf(report, 'electronic-copyright-certificate')).toBe('invalid');
  expect(statusOf(report, 'software-copyright')).toBe('invalid');
  expect(brief(report)).toEqual(['error fail papers-readable papers/copyright.jpg']);
  // The rule speaks of many papers; the finding cites what is said of this one.
  expect(report.findings[0]?.cites).toEqual(['compliance/4.1-5']);
});

test('a letter is there only when its scan is', () => {
  const document = cleanDossier();
  const { 'publishing-commitment': _scan, ...others } = document.documents!;
  const report = judge({ ...document, documents: others });
  expect(statusOf(report, 'publishing-commitment')).toBe('missing');
  expect(brief(report)).toEqual(['error fail publishing-commitment documents.publishing-commitment']);
});

test('what a heuristic suspects is settled by a statement under its rule', () => {
  const grey = (document: DossierDocument) => {
    const files = soundFiles(document);
    const file = files.get('papers/licence.jpg')!;
    const pages = file.pages!.map((page) => ({ ...page, measure: { ...page.measure, colouredShare: 0 } }));
    return files.set(file.path, { ...file, pages });
  };
  const document = cleanDossier();
  expect(brief(judge(document, grey(document)))).toEqual([
    'warning needs-person qualifications-in-colour papers/licence.jpg',
  ]);
  const attestations = {
    ...document.attestations,
    'qualifications-in-colour': { by: '王五', on: '2026-06-30' },
  };
  expect(judge(clean({ attestations }), grey(document)).findings).toEqual([]);
});

test('every statement that nobody made is asked for', () => {
  const report = judge(clean({ attestations: signed(ownWordings) }));
  const asked = statementsByTopic(rulebook, cleanDossier()).flatMap((topic) => topic.statements);
  expect(asked.length).toBeGreaterThan(40);
  expect(statements).toEqual(expect.arrayContaining(asked.map((one) => one.rule)));
  const told = report.findings.map((one) => `${one.outcome} ${one.rule} ${one.at}`);
  expect(told.toSorted()).toEqual(
    asked.map(({ rule }) => `needs-person ${rule} attestations.${rule}`).toSorted(),
  );
  expect(report.verdict).toBe('pass');
});

describe('names that lead nowhere', () => {
  test('an unknown document is an error with the name that was meant', () => {
    const documents = { ...cleanDossier().documents, 'busines-licence': 'papers/licence.jpg' };
    const [finding] = judge(clean({ documents })).findings;
    expect(finding).toMatchObject({
      rule: 'documents-known',
      level: 'error',
      at: 'documents.busines-licence',
    });
    expect(finding!.message.zh).toContain('「business-licence」');
  });

  test('a file under a group or an asset is sent to its place', () => {
    const documents = { ...cleanDossier().documents, icp: 'papers/icp.jpg', previews: 'assets/d1.png' };
    const found = judge(clean({ documents })).findings;
    expect(found.map((one) => one.message.zh).join()).toContain(
      'documents.icp-licence、documents.icp-filing',
    );
    expect(found.map((one) => one.message.zh).join()).toContain('app.previews.desktop');
  });

  test('an unknown question and an answer that does not fit are errors; the latter counts as not given', () => {
    const facts = {
      networkd: true,
      networked: 'yes',
      'icp-holder': 'self',
      'software-copyright-holder': 'self',
    };
    const report = judge(clean({ facts }));
    expect(brief(report).filter((one) => one.includes('facts-known'))).toEqual([
      'error fail facts-known facts.networkd',
      'error fail facts-known facts.networked',
    ]);
    expect(statusOf(report, 'icp-number')).toBe('open');
  });

  test('a statement for no rule, and one dated after today, are warnings', () => {
    const attestations = {
      ...cleanDossier().attestations,
      'oauth-signin': { by: '王五', on: '2026-06-30' },
      'rights-cleared': { by: '王五', on: '2026-07-02' },
    };
    expect(brief(judge(clean({ attestations })))).toEqual([
      'warning fail attestations-known attestations.oauth-signin',
      'warning fail attestations-known attestations.rights-cleared',
    ]);
  });

  test('unknown categories, none at all and an unknown track are errors', () => {
    expect(brief(judge(clean({ categories: ['general/othr'] })))).toContain(
      'error fail choices-known categories',
    );
    expect(brief(judge(clean({ categories: [] })))).toContain('error fail choices-known categories');
    expect(brief(judge(clean({ track: 'lisitng' })))).toContain('error fail choices-known track');
    const { track: _track, ...without } = cleanDossier();
    expect(brief(judge(without))).toContain('error fail choices-known track');
  });
});

describe('what a rulebook in the making does not cover', () => {
  const covers = { tracks: ['listing'], categories: ['general/other'] };
  const judgeBy = (made: Rulebook['platform']['covers'], parts: Record<string, unknown>) => {
    const document = clean(parts);
    const partial = { ...rulebook, platform: { ...rulebook.platform, covers: made } };
    const input = {
      document,
      inspections: soundFiles(document),
      letters: printedLetters,
      today: '2026-07-01',
    };
    return judgeDossier({ rulebook: partial, ...input });
  };

  test.each([
    ['a special category', { categories: ['finance/banking'] }, 'categories'],
    [
      'a special category beside the general one',
      { categories: ['general/other', 'ai/generative'] },
      'categories',
    ],
    ['a wider track', { track: 'search' }, 'track'],
  ])('%s never passes', (_what, parts, at) => {
    const report = judgeBy(covers, parts);
    expect(report.verdict).toBe('fail');
    expect(brief(report)).toContain(`error not-checked dossier-within-coverage ${at}`);
    expect(brief(judge(clean(parts))).join()).not.toContain('dossier-within-coverage');
  });

  test('a platform without rules never passes', () => {
    const report = judgeBy({ tracks: [], categories: [] }, {});
    expect(brief(report)).toEqual(['error not-checked dossier-within-coverage platform']);
  });
});

test('a file that is not needed is told, and not judged', () => {
  const document = clean({
    documents: { ...cleanDossier().documents, 'icp-affiliation-proof': 'papers/tie.jpg' },
  });
  const files = soundFiles(document);
  files.set('papers/tie.jpg', { path: 'papers/tie.jpg', sizeBytes: 0, type: 'unknown', problem: 'missing' });
  expect(brief(judge(document, files))).toEqual([
    'notice not-checked document-not-needed documents.icp-affiliation-proof',
  ]);
});

test('a file that was not looked at is never passed over', () => {
  const files = soundFiles(cleanDossier());
  files.delete('papers/licence.jpg');
  const report = judge(cleanDossier(), files);
  expect(brief(report)).toEqual(['error not-checked files-inspected papers/licence.jpg']);
  expect(statusOf(report, 'business-licence')).toBe('invalid');
});

test('a policy that cannot be read by machine asks for a person and blocks nothing', () => {
  const document = clean({ app: { ...cleanDossier().app, privacyPolicy: 'texts/privacy.docx' } });
  const files = soundFiles(document);
  files.set('texts/privacy.docx', {
    path: 'texts/privacy.docx',
    sizeBytes: 9000,
    sha256: 'd',
    type: 'docx',
    namedType: 'docx',
  });
  const report = judge(document, files);
  expect(brief(report)).toEqual(['warning not-checked privacy-policy-file-readable texts/privacy.docx']);
  expect(report.verdict).toBe('pass');
});

test('a repair is offered where it mends the finding, and not where it does not', () => {
  const fixOf = (name: string) => judge(clean({ app: { ...cleanDossier().app, name } })).findings[0]!.fix?.id;
  expect(fixOf(' 样例纪要 ')).toBe('plain-writing:app.name');
  expect(fixOf(' 样例-纪要 ')).toBeUndefined();
});

test('fields of ten thousand characters are judged like any other', () => {
  const long = '长'.repeat(10_000);
  const app = { ...cleanDossier().app, name: long, intro: long, description: long, version: long };
  const company = { ...cleanDossier().company, name: long, uscc: long, phone: long, website: long };
  expect(judge(clean({ app, company })).verdict).toBe('fail');
});

test('a finding offers only a fix that is really planned', () => {
  const document = cleanDossier();
  const [preview = ''] = document.app?.previews?.desktop ?? [];
  const files = soundFiles(document);
  const sound = files.get(preview);
  if (sound?.image === undefined) throw new Error('the clean dossier has no desktop preview');
  // Too heavy and of another shape: no repair, for padding or cropping would change what it shows.
  files.set(preview, {
    ...sound,
    sizeBytes: 5_000_000,
    image: { ...sound.image, widthPx: 1000, heightPx: 1500 },
  });
  const found = judge(document, files).findings.filter((one) => one.at === preview);
  expect(found.length).toBeGreaterThan(1);
  expect(found.filter((one) => one.fix !== undefined)).toEqual([]);
  // Too heavy alone: the fix is offered.
  files.set(preview, { ...sound, sizeBytes: 5_000_000 });
  const heavy = judge(document, files).findings.filter((one) => one.at === preview);
  expect(heavy.map((one) => one.fix?.id)).toEqual([`fit-picture:${preview}`]);
});
