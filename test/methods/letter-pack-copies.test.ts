import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folder, newFolder, pack, papers, pixelsOf, run, setUp, textsOf } from './pack-world.ts';

let licence = '';
let filing = '';
beforeAll(async () => {
  licence = await papers.jpeg('licence.jpg', 2970, 2100);
  filing = await papers.pdf('filing.pdf');
});

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
