import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MethodInput, MethodOutput } from '../../main/contract/api.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { createPapers } from './pack-papers.ts';
import { companyDossier, letterSetting, type Setting } from './letter-setting.ts';

const { folder, newFolder, setUp: setUpWith } = letterSetting('pack');
const papers = createPapers(folder);
let licence = '';
let filing = '';
beforeAll(async () => {
  licence = await papers.jpeg('licence.jpg', 2970, 2100);
  filing = await papers.pdf('filing.pdf');
});

const parties = `parties:
  - { role: licensor, kind: company, name: 广州市示范软件有限公司, identifier: 91440101MA5SHIF01X, representative: 王五 }
  - { role: licensor, kind: individual, name: 赵六, identifier: "110101199003070000" }
`;
const yaml = (facts = 'software-copyright-holder: company'): string =>
  companyDossier({
    id: 'pack-test',
    after: parties,
    facts: `networked: true, commercial-service: false, game: none, icp-holder: self, programme-or-periodical: false, ${facts}`,
  });
const setUp = (text = yaml()): Setting => setUpWith(text);

type PackInput = Omit<MethodInput<'letters.pack'>, 'dossier' | 'target' | 'sources'> & {
  readonly sources?: Readonly<Record<string, readonly string[]>>;
};

/** Makes a pack from files by their paths. */
async function pack(
  { app, world, dossier }: Setting,
  { sources = {}, ...input }: PackInput = {},
  context: Partial<CallContext> = {},
): Promise<MethodOutput<'letters.pack'> & { readonly path: string }> {
  const path = join(newFolder(), 'pack.pdf');
  const granted = Object.fromEntries(
    Object.entries(sources).map(([id, paths]) => [id, paths.map((one) => world.grants.offer(one))]),
  );
  const made = await app.call(
    'letters.pack',
    { dossier, target: world.grants.offer(path), sources: granted, ...input },
    context,
  );
  return { ...made, path };
}

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(status, `${program} ${args.join(' ')}\n${stderr}`).toBe(0);
  return stdout;
}

/** What each page says, by pdftotext, blanks left out. */
function textsOf(path: string): readonly string[] {
  return run('pdftotext', '-layout', path, '-')
    .split('\f')
    .slice(0, -1)
    .map((text) => text.replace(/\s/g, ''));
}

/** What the cover says, cell by cell. */
function coverOf({ path, coverPages }: { readonly path: string; readonly coverPages: number }): string {
  return run('pdftotext', '-raw', '-l', String(coverPages), path, '-').replace(/\s/g, '');
}

/** One page drawn by poppler. */
async function pixelsOf(path: string, page: number, dpi = 50) {
  const to = join(newFolder(), 'page');
  run('pdftoppm', '-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile', '-png', path, to);
  const { data, info } = await sharp(`${to}.png`).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (xMm: number, yMm: number): readonly number[] => {
    const from = (Math.round((yMm / 25.4) * dpi) * info.width + Math.round((xMm / 25.4) * dpi)) * 3;
    return [...data.subarray(from, from + 3)];
  };
  return { data, width: info.width, height: info.height, at };
}

describe('a pack of letters and copies', () => {
  let made: Awaited<ReturnType<typeof pack>>;
  let texts: readonly string[];
  beforeAll(async () => {
    const front = await papers.png('front.png', 1011, 638);
    const back = await papers.jpeg('back.jpg', 1011, 638);
    const licensors = await papers.sideways('licensor.jpg', 1500, 2121);
    made = await pack(setUp(), {
      sources: {
        'licensor-business-licence': [licensors],
        'legal-representative-id-copy': [front, back],
        'icp-filing': [filing],
        'business-licence': [licence],
      },
    });
    texts = textsOf(made.path);
  });

  test('stands in the order to stamp: own letters, own copies, then what goes to the licensor', () => {
    const own = made.sheets.filter(({ party }) => party === '深圳市样例科技有限公司');
    expect(own.filter(({ kind }) => kind === 'copy').map(({ id }) => id)).toEqual([
      'business-licence',
      'icp-filing',
      'legal-representative-id-copy',
    ]);
    const kinds = own.map(({ kind }) => kind);
    expect(kinds).toEqual(kinds.toSorted().toReversed());
    expect(made.sheets.at(-1)).toMatchObject({
      id: 'licensor-business-licence',
      party: '广州市示范软件有限公司',
    });
  });

  test('every page is where the cover says', () => {
    expect(texts).toHaveLength(made.pages);
    expect(made.sheets.map(({ page }) => page)).toEqual(
      Array.from({ length: made.pages - made.coverPages }, (_, index) => made.coverPages + 1 + index),
    );
    const cover = texts.slice(0, made.coverPages).join('');
    expect(cover).toContain(`共${made.pages}页`);
    const seen = new Map<string, number>();
    for (const { page, kind, id, title } of made.sheets) {
      const said = texts[page - 1] ?? '';
      if (kind === 'copy') expect(said).toContain(`打印包第${page}页`);
      else {
        const own = (seen.get(id) ?? 0) + 1;
        seen.set(id, own);
        expect(said).toMatch(new RegExp(`YQpack-test·${id}·[0-9a-f]{8}·${own}/`));
        expect(title).toContain(`第 ${own} 页`);
      }
    }
  });

  test('the cover’s table names each page by its number, and what is done with it', () => {
    const rows = coverOf(made);
    for (const { page, title, signs, seal, handwriting, scan } of made.sheets) {
      const cells = [page, title, signs ?? '—', seal ?? '—', handwriting ?? '—', scan].join('');
      expect(rows).toContain(cells.replace(/\s/g, ''));
    }
  });

  test('the cover says who signs, where the seal goes, what is written and how it is scanned', () => {
    for (const part of ['用于注册腾讯开发者账号', '写日期', '彩色', '300dpi', '单面', '印泥公章']) {
      expect(coverOf(made)).toContain(part);
    }
    const sheet = (id: string) => made.sheets.findLast((one) => one.id === id);
    expect(sheet('publishing-commitment')).toMatchObject({
      seal: expect.stringContaining('压住落款'),
      handwriting: '写日期',
    });
    expect(sheet('business-licence')).toMatchObject({ handwriting: '照抄“用于注册腾讯开发者账号”；写日期' });
    expect(sheet('icp-filing')?.handwriting).toBeUndefined();
    expect(sheet('licensor-business-licence')).toMatchObject({
      handwriting:
        '任选一句照抄：“用于授权申请腾讯会议开放平台上线”或“用于注册腾讯会议开放平台开发者账号”；写日期',
    });
  });

  test('that the texts for a licensor’s licence differ is said on its page with the clauses', () => {
    expect(texts.at(-1)).toContain('来源不一致');
    expect(texts.at(-1)).toContain('compliance/4-1');
    expect(texts.at(-1)).toContain('compliance/4.1-3');
    expect(texts.slice(0, -1).join('')).not.toContain('来源不一致');
  });

  test('what is not in it is named with what is missing, one of several papers once', () => {
    expect(made.left.map(({ id, reason }) => [id, reason]).toSorted()).toEqual([
      ['agent-id-copy', 'no-file'],
      ['security-inspection-authorisation', 'not-asked'],
      ['software-copyright', 'no-file'],
      ['software-copyright-authorisation-company', 'not-asked'],
    ]);
    for (const { title, why } of made.left) {
      expect(coverOf(made)).toContain(`${title}${why}`.replace(/\s/g, ''));
    }
  });

  test('independent readers find nothing wrong with it', () => {
    expect(run('qpdf', '--check', made.path)).toContain('No syntax or stream encoding errors');
    expect(run('pdfinfo', made.path)).toMatch(new RegExp(`Pages:\\s+${made.pages}`));
    const fonts = run('pdffonts', made.path)
      .split('\n')
      .filter((line) => line.includes('Noto'));
    expect(fonts.length).toBeGreaterThan(0);
    for (const line of fonts) expect(line).toMatch(/yes yes yes/);
    expect(statSync(made.path).size).toBe(made.sizeBytes);
  });

  test('a PDF handed over stays what it is, its text with it', () => {
    const page = made.sheets.find(({ id }) => id === 'icp-filing')?.page ?? 0;
    expect(texts[page - 1]).toContain('FILING1');
    const images = run('pdfimages', '-list', '-f', String(page), '-l', String(page), made.path);
    expect(images.trim().split('\n')).toHaveLength(2);
  });

  test('a photograph that lies on its side is printed upright', async () => {
    const page = await pixelsOf(made.path, made.pages);
    expect(page.height).toBeGreaterThan(page.width);
    let [left, top, right] = [Infinity, Infinity, 0];
    for (let y = 0; y < page.height; y += 1) {
      for (let x = 0; x < page.width; x += 1) {
        const [r = 0, g = 0, b = 0] = page.data.subarray(
          (y * page.width + x) * 3,
          (y * page.width + x) * 3 + 3,
        );
        if (!(b > 200 && r < 80 && g < 80)) continue;
        [left, top, right] = [Math.min(left, x), Math.min(top, y), Math.max(right, x)];
      }
    }
    // The blue corner is at the top left of the picture, in the upper left of the page.
    expect(right).toBeLessThan(page.width / 2);
    expect(top).toBeLessThan(page.height / 8);
    expect(left).toBeGreaterThan(0);
  });

  test('scans of it file themselves: every letter page is current', async () => {
    const { app, world, dossier } = setUp();
    const scans = newFolder();
    run('pdftoppm', '-r', '150', '-jpeg', made.path, join(scans, 'scan'));
    const filed = await app.call('letters.file', {
      dossier,
      scans: readdirSync(scans).map((name) => world.grants.offer(join(scans, name))),
    });
    const letters = made.sheets.filter(({ kind }) => kind === 'letter');
    expect(filed.pages.map(({ letter, state }) => `${letter} ${state}`).toSorted()).toEqual(
      letters.map(({ id }) => `${id} current`).toSorted(),
    );
    expect(filed.letters.every(({ complete }) => complete)).toBe(true);
  }, 60_000);
});

test('the same input gives the same bytes, and other pictures another identifier', async () => {
  const sources = { 'business-licence': [licence], 'icp-filing': [filing] };
  const [first, second] = [await pack(setUp(), { sources }), await pack(setUp(), { sources })];
  expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(true);
  const other = await papers.pdf('other.pdf', { pages: 2 });
  const third = await pack(setUp(), { sources: { ...sources, 'icp-filing': [other] } });
  const idOf = (path: string): string =>
    /\/ID \[ <([0-9a-f]+)>/i.exec(run('qpdf', '--qdf', path, '-'))?.[1] ?? path;
  expect(idOf(third.path)).not.toBe(idOf(first.path));
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

test('the words to copy are printed light in the margin, and the picture stays as it is', async () => {
  const sources = { 'business-licence': [licence] };
  const [plain, light] = [
    await pack(setUp(), { sources }),
    await pack(setUp(), { sources, purposeLine: true }),
  ];
  const page = plain.sheets.find(({ id }) => id === 'business-licence')?.page ?? 0;
  expect(textsOf(plain.path)[page - 1]?.match(/用于注册腾讯开发者账号/g)).toHaveLength(1);
  expect(textsOf(light.path)[page - 1]?.match(/用于注册腾讯开发者账号/g)).toHaveLength(2);
  const [before, after] = [await pixelsOf(plain.path, page), await pixelsOf(light.path, page)];
  const rows = Array.from({ length: before.height }, (_, row) => row).filter(
    (row) =>
      Buffer.compare(
        before.data.subarray(row * before.width * 3, (row + 1) * before.width * 3),
        after.data.subarray(row * before.width * 3, (row + 1) * before.width * 3),
      ) !== 0,
  );
  expect(Math.min(...rows)).toBeGreaterThan(before.height * 0.75);
});

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

test('both sides stand on one page, further pages on pages of their own', async () => {
  const side = await papers.png('side.png', 1011, 638);
  const many = await papers.pdf('many.pdf', { pages: 3 });
  const made = await pack(setUp(), { sources: { 'agent-id-copy': [side, side], 'icp-filing': [many] } });
  expect(made.sheets.filter(({ id }) => id === 'agent-id-copy')).toHaveLength(1);
  const pages = made.sheets.filter(({ id }) => id === 'icp-filing').map(({ page }) => page);
  const texts = textsOf(made.path);
  expect(pages.map((page) => /FILING\d/.exec(texts[page - 1] ?? '')?.[0])).toEqual([
    'FILING1',
    'FILING2',
    'FILING3',
  ]);
});

test('a seal that a PDF holds as an annotation is printed, a hidden one is not', async () => {
  const stamped = await papers.pdf('stamped.pdf', { isStamped: true });
  const made = await pack(setUp(), { sources: { 'icp-filing': [stamped] } });
  const page = await pixelsOf(made.path, made.pages);
  const red = { left: 0, right: 0 };
  for (let at = 0; at < page.data.length; at += 3) {
    const [r = 0, g = 0, b = 0] = page.data.subarray(at, at + 3);
    const x = (at / 3) % page.width;
    if (r > 200 && g < 60 && b < 60) red[x < page.width / 4 ? 'left' : 'right'] += 1;
  }
  expect(red.right).toBeGreaterThan(1000);
  expect(red.left).toBe(0);
});

test('a turned page of a PDF is printed as it is looked at', async () => {
  const turned = await papers.pdf('turned.pdf', { turned: 90 });
  const made = await pack(setUp(), { sources: { 'icp-filing': [turned] } });
  const page = await pixelsOf(made.path, made.pages);
  const red: number[] = [];
  for (let at = 0; at < page.data.length; at += 3) {
    const [r = 0, g = 0, b = 0] = page.data.subarray(at, at + 3);
    if (r > 200 && g < 60 && b < 60) red.push(at / 3);
  }
  // Its bottom left corner, turned clockwise, is at the top left of a picture that is wider than high.
  expect(red.length).toBeGreaterThan(20);
  expect(Math.max(...red.map((at) => at % page.width))).toBeLessThan(page.width / 4);
  expect(Math.max(...red) / page.width).toBeLessThan(page.height / 2);
});

test('a PDF that an owner’s password protects is drawn, one that does not open is refused', async () => {
  const open = papers.protect(filing, 'owner.pdf', '');
  const made = await pack(setUp(), { sources: { 'icp-filing': [open] } });
  const images = run('pdfimages', '-list', '-f', String(made.pages), made.path).trim().split('\n');
  expect(images).toHaveLength(3);
  expect(images[2]).toMatch(/\s(299|300|301)\s+(299|300|301)\s/);
  const closed = papers.protect(filing, 'closed.pdf', 'secret');
  await expect(pack(setUp(), { sources: { 'icp-filing': [closed] } })).rejects.toMatchObject({
    code: 'unreadable-file',
    text: { zh: expect.stringContaining('密码') },
  });
});

test('what cannot be printed is refused by name', async () => {
  const setting = setUp();
  const text = join(folder, 'not.txt');
  writeFileSync(text, '营业执照');
  await expect(pack(setting, { sources: { 'business-licence': [text] } })).rejects.toMatchObject({
    code: 'unreadable-file',
  });
  await expect(
    pack(setting, { sources: { 'business-licence': [join(folder, 'none.jpg')] } }),
  ).rejects.toMatchObject({
    code: 'unreadable-file',
  });
  await expect(pack(setting, { sources: { 'business-licnce': [licence] } })).rejects.toMatchObject({
    code: 'unknown-copy',
    hint: { zh: expect.stringContaining('business-licence') },
  });
  // A paper of which no clause wants a sealed copy.
  await expect(pack(setting, { sources: { 'icp-filing-proof': [licence] } })).rejects.toMatchObject({
    code: 'unknown-copy',
  });
  await expect(pack(setting, { date: '2026-02-30' })).rejects.toMatchObject({ code: 'bad-date' });
  const letters = await pack(setting);
  await expect(pack(setting, { sources: { 'business-licence': [letters.path] } })).rejects.toMatchObject({
    code: 'source-is-a-letter',
  });
});

test('a small picture is told to be too coarse, with its resolution', async () => {
  const small = await papers.jpeg('small.jpg', 700, 500);
  const { sheets } = await pack(setUp(), { sources: { 'business-licence': [small] } });
  expect(sheets.find(({ id }) => id === 'business-licence')?.caution).toContain('约 96 dpi');
});

test('ten photographs of 4 MB become a file to send by mail, at 300 dpi on paper', async () => {
  const photo = await papers.jpeg('photo.jpg', 4032, 3024, { noise: true });
  expect(statSync(photo).size).toBeGreaterThan(3_000_000);
  const made = await pack(setUp(), {
    sources: { 'business-licence': Array.from({ length: 10 }, () => photo) },
  });
  expect(made.sizeBytes).toBeLessThan(20_000_000);
  const images = run('pdfimages', '-list', made.path).trim().split('\n').slice(2);
  expect(images).toHaveLength(10);
  for (const line of images) expect(line).toMatch(/\sjpeg\s.*\s(299|300|301)\s+(299|300|301)\s/);
}, 120_000);

test('a picture no finer than the paper takes is put in byte for byte', async () => {
  const fine = await papers.jpeg('fine.jpg', 2000, 1400);
  const made = await pack(setUp(), { sources: { 'business-licence': [fine] } });
  const out = join(newFolder(), 'image');
  run('pdfimages', '-all', made.path, out);
  expect(readFileSync(`${out}-000.jpg`).equals(readFileSync(fine))).toBe(true);
});

test('progress only grows, and work that is cancelled leaves no file', async () => {
  const setting = setUp();
  const { app, world, dossier } = setting;
  const seen: number[] = [];
  await pack(
    setting,
    { sources: { 'business-licence': [licence] } },
    {
      onProgress: ({ done, total }) => seen.push(done / total),
    },
  );
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
  for (const share of [0, 0.3, 0.6]) {
    const cancel = new AbortController();
    const path = join(newFolder(), 'pack.pdf');
    writeFileSync(path, 'before');
    await expect(
      app.call(
        'letters.pack',
        {
          dossier,
          target: world.grants.offer(path),
          sources: {
            'business-licence': [licence, licence, licence, licence].map((one) => world.grants.offer(one)),
          },
        },
        {
          signal: cancel.signal,
          onProgress: ({ done, total }) => {
            if (done / total >= share) cancel.abort();
          },
        },
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(join(path, '..'))).toEqual(['pack.pdf']);
  }
});

test('without a target the pack is an artifact under a Chinese name', async () => {
  const { app, world, dossier } = setUp();
  const made = await app.call('letters.pack', { dossier });
  expect(made.fileName).toBe('打印包-样例纪要-20261122.pdf');
  const { absolutePath, mediaType } = world.artifacts.resolve(made.artifact ?? '');
  expect(mediaType).toBe('application/pdf');
  expect(existsSync(absolutePath)).toBe(true);
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
