import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { MethodInput, MethodOutput } from '../../main/contract/api.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { createPapers } from './pack-papers.ts';
import { companyDossier, letterSetting, type Setting } from './letter-setting.ts';

const { folder, newFolder, setUp: setUpWith } = letterSetting('pack');
/** The folder of this test file alone, and new ones in it, removed after it. */
export { folder, newFolder };
/** Papers made in this test file's folder. */
export const papers = createPapers(folder);

/** Who licenses software to the company. */
export const parties = `parties:
  - { role: licensor, kind: company, name: 广州市示范软件有限公司, identifier: 91440101MA5SHIF01X, representative: 王五 }
  - { role: licensor, kind: individual, name: 赵六, identifier: "110101199003070000" }
`;
/** A dossier of a company with licensors; the facts that differ are given. */
export const yaml = (facts = 'software-copyright-holder: company'): string =>
  companyDossier({
    id: 'pack-test',
    after: parties,
    facts: `networked: true, commercial-service: false, game: none, icp-holder: self, programme-or-periodical: false, ${facts}`,
  });
/** The dossier in a folder of its own. */
export const setUp = (text = yaml()): Setting => setUpWith(text);

type PackInput = Omit<MethodInput<'letters.pack'>, 'dossier' | 'target' | 'sources'> & {
  readonly sources?: Readonly<Record<string, readonly string[]>>;
};

/** Makes a pack from files by their paths. */
export async function pack(
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

/** What a program says of a file, as much as it is; it is expected to find nothing wrong. */
export function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(status, `${program} ${args.join(' ')}\n${stderr}`).toBe(0);
  return stdout;
}

/** What each page says, by pdftotext, blanks left out. */
export function textsOf(path: string): readonly string[] {
  return run('pdftotext', '-layout', path, '-')
    .split('\f')
    .slice(0, -1)
    .map((text) => text.replace(/\s/g, ''));
}

/** What the cover says, cell by cell. */
export function coverOf({
  path,
  coverPages,
}: {
  readonly path: string;
  readonly coverPages: number;
}): string {
  return run('pdftotext', '-raw', '-l', String(coverPages), path, '-').replace(/\s/g, '');
}

/** One page drawn by poppler. */
export async function pixelsOf(path: string, page: number, dpi = 50) {
  const to = join(newFolder(), 'page');
  run('pdftoppm', '-r', String(dpi), '-f', String(page), '-l', String(page), '-singlefile', '-png', path, to);
  const { data, info } = await sharp(`${to}.png`).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (xMm: number, yMm: number): readonly number[] => {
    const from = (Math.round((yMm / 25.4) * dpi) * info.width + Math.round((xMm / 25.4) * dpi)) * 3;
    return [...data.subarray(from, from + 3)];
  };
  return { data, width: info.width, height: info.height, at };
}
