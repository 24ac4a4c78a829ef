import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PrintGuides } from '../../main/contract/letters.ts';
import { companyDossier, letterSetting } from './letter-setting.ts';

const { newFolder, setUp } = letterSetting('guides');

/** Writes the letters of a dossier and reads them back. */
async function written(seal = '', print: PrintGuides = {}) {
  const { app, world, dossier } = setUp(companyDossier({ id: 'letters-test', after: seal }));
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
