import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { coverOf, newFolder, pack, papers, parties, run, setUp, textsOf, yaml } from './pack-world.ts';

let licence = '';
let filing = '';
beforeAll(async () => {
  licence = await papers.jpeg('licence.jpg', 2970, 2100);
  filing = await papers.pdf('filing.pdf');
});

test('optional letters and notices come along when they are named, and unknown ones are refused', async () => {
  const setting = setUp();
  const { sheets, left } = await pack(setting, {
    letters: ['security-inspection-authorisation', 'withdrawal-notice'],
  });
  expect(sheets.map(({ id }) => id)).toContain('security-inspection-authorisation');
  expect(sheets.map(({ id }) => id)).toContain('publishing-commitment');
  expect(left.map(({ id }) => id)).not.toContain('security-inspection-authorisation');
  expect([...sheets, ...left].map(({ id }) => id)).toContain('withdrawal-notice');
  await expect(pack(setting, { letters: ['security-inspection'] })).rejects.toMatchObject({
    code: 'unknown-letter',
  });
});

test('a letter that lacks data is named on the cover with the field, the others are made', async () => {
  const made = await pack(
    setUp(
      yaml()
        .replace(/email: [^ ]+ /, '')
        .replace(', email: lisi@example.com', ''),
    ),
  );
  expect(made.left).toContainEqual({
    id: 'authorisation-letter',
    title: '授权委托书',
    reason: 'not-ready',
    why: '资料不全，还缺：被授权人电子邮箱',
  });
  expect(made.sheets.map(({ id }) => id)).toEqual(['publishing-commitment', 'publishing-commitment']);
  expect(coverOf(made)).toContain('被授权人电子邮箱');
});

test('with nothing to print no file is written, and what is missing is said', async () => {
  const setting = setUp(yaml().replace(/ {2}address:.*\n/, ''));
  await expect(pack(setting)).rejects.toMatchObject({
    code: 'nothing-to-print',
    hint: { zh: expect.stringContaining('公司住所') },
  });
});

test('what is on file is not printed again: sealed letters that are current, papers that are there', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const first = await pack(setting);
  const scans = newFolder();
  run('pdftoppm', '-r', '150', '-jpeg', first.path, join(scans, 'scan'));
  await app.call('letters.file', {
    dossier,
    scans: readdirSync(scans).map((name) => world.grants.offer(join(scans, name))),
    keep: true,
  });
  mkdirSync(join(dossier, 'papers'), { recursive: true });
  writeFileSync(join(dossier, 'papers', 'licence.jpg'), readFileSync(licence));
  await app.call('dossiers.edit', {
    dossier,
    baseRevision: (await world.dossiers.open(dossier)).revision,
    edits: [{ path: ['documents', 'business-licence'], value: 'papers/licence.jpg' }],
  });
  const again = await pack(setting, { sources: { 'icp-filing': [filing] } });
  expect(again.sheets.map(({ id }) => id)).toEqual(['icp-filing']);
  const scanned = again.left.filter(({ reason }) => reason === 'scanned').map(({ id }) => id);
  expect(scanned.toSorted()).toEqual(['authorisation-letter', 'business-licence', 'publishing-commitment']);
  const named = await pack(setting, { letters: ['publishing-commitment'] });
  expect(named.sheets.map(({ id }) => id)).toEqual(['publishing-commitment', 'publishing-commitment']);
  await expect(pack(setting, { sources: { 'business-licence': [licence] } })).rejects.toMatchObject({
    code: 'source-is-scanned',
  });
}, 60_000);

test('guides may be left out, and the company’s own seal has its size', async () => {
  const sources = { 'business-licence': [licence] };
  const none = await pack(setUp(), { sources, guides: 'none' });
  expect(textsOf(none.path).join('')).not.toContain('盖公章处');
  const some = await pack(setUp(), { sources });
  expect(textsOf(some.path).join('')).toContain('盖公章处');
});

test('an individual’s ID copy is signed and bears a fingerprint, no seal', async () => {
  const card = await papers.png('card.png', 1011, 638);
  const made = await pack(setUp(yaml('software-copyright-holder: individual')), {
    sources: { 'individual-licensor-id-copy': [card] },
  });
  const sheet = made.sheets.at(-1);
  expect(sheet).toMatchObject({
    id: 'individual-licensor-id-copy',
    party: '赵六',
    signs: '赵六本人签名，按红色手印',
    caution: expect.stringContaining('正反两面'),
  });
  expect(sheet?.seal).toBeUndefined();
  expect(textsOf(made.path).at(-1)).toContain('按红手印处');
});

test('a licence is sealed by those who license what it is for, a source of news or content is not asked', async () => {
  const three = parties.replace(
    '王五 }',
    `王五, licenses: [software-copyright] }
  - { role: licensor, kind: company, name: 南京市示范期刊有限公司, identifier: 91350100M000100Y43, representative: 孙七, licenses: [content] }
  - { role: licensor, kind: company, name: 成都市示范互娱有限公司, identifier: 91350100M000100Y43, representative: 钱八 }`,
  );
  const text = yaml().replace(parties, three);
  const made = await pack(setUp(text), { sources: { 'licensor-business-licence': [licence] } });
  const sheet = made.sheets.find(({ id }) => id === 'licensor-business-licence');
  expect(sheet?.party).toBe('广州市示范软件有限公司、成都市示范互娱有限公司');
});

test('letters without page codes are said on the cover to be filed by hand', async () => {
  const made = await pack(setUp(), { pageCode: 'off' });
  const letters = made.sheets.filter(({ kind }) => kind === 'letter');
  expect(letters.length).toBeGreaterThan(0);
  expect(letters.every(({ scan }) => scan.includes('手动'))).toBe(true);
  expect(textsOf(made.path).join('')).not.toContain('YQpack-test');
  const own = yaml().trimEnd() + '\nletters: { publishing-commitment: { pageCode: off } }\n';
  const mixed = await pack(setUp(own));
  const scanOf = (letter: string) => mixed.sheets.find(({ id }) => id === letter)?.scan;
  expect(scanOf('publishing-commitment')).toContain('手动');
  expect(scanOf('authorisation-letter')).toContain('方码入镜');
});

test('where an individual applies, the cover asks nobody for a seal that there is none of', async () => {
  const text = yaml().replace('company:\n', 'applicant: { kind: individual }\ncompany:\n');
  const card = await papers.png('own-card.png', 1011, 638);
  const made = await pack(setUp(text), { sources: { 'icp-filing': [filing], 'agent-id-copy': [card] } });
  for (const id of ['icp-filing', 'agent-id-copy'])
    expect(made.sheets.find((sheet) => sheet.id === id)?.seal).toBe(
      '条文要求盖公章；个人没有公章，先问平台，照答复办理',
    );
  const cover = coverOf(made);
  expect(cover).toContain('打印包：签署清单');
  expect(cover).toContain('本人办理');
  expect(cover).toContain('个人没有公章，条文要求盖公章的，先问平台，照答复办理；');
  expect(cover).not.toMatch(/签字盖章|盖章：|盖好章|未盖章|骑缝章|本公司/);
  const copies = textsOf(made.path).slice(made.coverPages).join('');
  expect(copies).toContain('签章处（照平台答复）');
  expect(copies).not.toContain('盖公章处');
});

test('where an individual applies and a company licenses, the cover speaks of that company’s seal', async () => {
  const text = yaml().replace('company:\n', 'applicant: { kind: individual }\ncompany:\n');
  const made = await pack(setUp(text), { sources: { 'licensor-business-licence': [licence] } });
  expect(made.sheets.at(-1)?.seal).toContain('广州市示范软件有限公司');
  expect(coverOf(made)).toContain('授权方的公章按页码从前到后盖');
});

test('the answer is in the language asked for', async () => {
  const { sheets, left } = await pack(
    setUp(),
    { sources: { 'business-licence': [licence] } },
    { language: 'en' },
  );
  expect(sheets.find(({ id }) => id === 'business-licence')).toMatchObject({
    title: 'Business licence, copy',
    handwriting: 'copy “用于注册腾讯开发者账号”; the date',
  });
  expect(left.map(({ why }) => why).join('')).not.toMatch(/\p{Script=Han}/u);
});
