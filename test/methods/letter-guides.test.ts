import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createApp } from '../../main/app.ts';
import type { PrintGuides } from '../../main/contract/letters.ts';
import { composeWorld } from '../../main/hosts/compose-world.ts';
import { makeFontsFolder } from '../adapters/pdf/fonts-folder.ts';

const fontsFolder = makeFontsFolder();
const folder = mkdtempSync(join(tmpdir(), 'yinqi-guides-'));
afterAll(() => {
  rmSync(fontsFolder, { recursive: true });
  rmSync(folder, { recursive: true });
});
const newFolder = (): string => mkdtempSync(join(folder, 't-'));

const dossierText = (seal: string): string => `schema: yinqi/dossier@1
id: letters-test
platform: tencent-meeting
track: listing
categories: [general/other]
company:
  name: 深圳市样例科技有限公司
  uscc: 91440300MA5YANGL1W
  legalRepresentative: { name: 张三 }
  agent: { name: 李四, idType: resident, idNumber: "440301190002020027", phone: "13800000000", email: lisi@example.com }
  address: 深圳市样例区样例路 1 号
${seal}app: { name: 样例纪要 }
facts: { game: none, icp-holder: self, software-copyright-holder: self }
`;

/** Writes the letters of a dossier and reads them back. */
async function written(seal = '', print: PrintGuides = {}) {
  const world = composeWorld({
    kind: 'folder',
    host: 'command-line',
    version: '0.1.0',
    dataFolder: newFolder(),
    scratchFolder: newFolder(),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
    fontsFolder,
    today: '2026-11-22',
  });
  const dossier = newFolder();
  writeFileSync(join(dossier, 'dossier.yaml'), dossierText(seal));
  const app = createApp(world);
  const out = newFolder();
  const { written: letters } = await app.call('letters.write', {
    dossier,
    folder: world.grants.offer(out),
    ...print,
  });
  const text = readdirSync(out)
    .map((name) => spawnSync('pdftotext', [join(out, name), '-'], { encoding: 'utf8' }).stdout)
    .join('\n');
  return { app, world, dossier, out, text, letters };
}

/** The outlines that a page draws: rings of four curves. */
const ringsOf = (pdf: string): number => {
  const plain = spawnSync('qpdf', ['--qdf', '--object-streams=disable', pdf, '-'], { maxBuffer: 50_000_000 });
  return plain.stdout.toString('latin1').match(/ c h S/g)?.length ?? 0;
};

test('guides print as they are asked for, and neither they nor the seal change revision, pages or words', async () => {
  const usual = await written();
  expect(usual.text).toMatch(/盖章处[^]*骑缝章|骑缝章[^]*盖章处/);
  expect(usual.text).toContain('印齐建议，平台规则未要求');
  const without = await written('', { guides: 'none' });
  expect(without.text).not.toMatch(/盖章处|骑缝章|印齐建议/);
  const noEdge = await written('', { crossPageSeal: false });
  expect(noEdge.text).toContain('盖章处');
  expect(noEdge.text).not.toContain('骑缝章');
  const oval = await written('  seal: { shape: oval, widthMm: 45, heightMm: 30 }\n');
  for (const other of [without, noEdge, oval]) expect(other.letters).toEqual(usual.letters);
  const [first = ''] = readdirSync(usual.out);
  // A ring for the seal, and one on each of two pages across the edge.
  expect(ringsOf(join(usual.out, first))).toBe(3);
  expect(ringsOf(join(noEdge.out, first))).toBe(1);
  expect(ringsOf(join(without.out, first))).toBe(0);
});

test('a letter without a date is dated by hand, never today', async () => {
  const { text } = await written();
  expect(text).toMatch(/年\s+月\s+日/);
  expect(text).not.toMatch(/2026\s*年/);
});

test('one letter is rendered with the guides asked for', async () => {
  const { app, world, dossier } = await written();
  const rendered = async (print: PrintGuides) => {
    const made = await app.call('letters.render', { dossier, letter: 'publishing-commitment', ...print });
    return { revision: made.revision, rings: ringsOf(world.artifacts.resolve(made.artifact).absolutePath) };
  };
  const light = await rendered({});
  const none = await rendered({ guides: 'none' });
  expect([light.rings, none.rings]).toEqual([3, 0]);
  expect(none.revision).toBe(light.revision);
});

test('a seal of an impossible size is refused with what was found and what is wanted', async () => {
  await expect(written('  seal: { shape: round, widthMm: 30 }\n')).rejects.toMatchObject({
    code: 'dossier-bad-value',
    text: { zh: expect.stringMatching(/company\.seal\.widthMm.*30.*38 到 45/) },
  });
});
