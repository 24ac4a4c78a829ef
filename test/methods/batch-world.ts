import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { MethodInput } from '../../main/contract/api.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { companyDossier, letterSetting, type Setting } from './letter-setting.ts';

const { newFolder, makeWorld, setUp: setUpWith } = letterSetting('batch');
const dossierText = companyDossier({
  id: 'batch-test',
  more: 'letters: { authorisation-letter: { validFrom: 2026-12-01, validUntil: 2027-11-30 } }\n',
});
/** One world for all batches of a test file: it loads the rulebook once. */
export const world = makeWorld();
/** New folders, and dossiers in them, of this test file alone, removed after it. */
export { newFolder, setUpWith };
/** A dossier, and the folder that its batch goes into. */
export type BatchSetting = Setting & { readonly out: string };
/** The dossier and an empty folder in this world. */
export const setUp = (): BatchSetting => ({ ...setUpWith(dossierText, world), out: newFolder() });

/** Makes letters from a table's text. */
export function batch(
  { app, world, dossier, out }: BatchSetting,
  table: string | Uint8Array,
  input: Partial<MethodInput<'letters.batch'>> = {},
  context: Partial<CallContext> = {},
) {
  const path = join(newFolder(), 'rows.csv');
  writeFileSync(path, table);
  return app.call(
    'letters.batch',
    {
      dossier,
      letter: 'publishing-commitment',
      table: world.grants.offer(path),
      folder: world.grants.offer(out),
      ...input,
    },
    context,
  );
}

/** What a PDF says, blanks left out. */
export const textOf = (path: string): string => {
  const { status, stdout } = spawnSync('pdftotext', [path, '-'], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.replaceAll(/\s/g, '');
};

/** A table read by Python's csv module, as another program would. */
export const readCsv = (path: string): readonly (readonly string[])[] => {
  const script =
    'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))';
  const { status, stdout } = spawnSync('python3', ['-c', script, path], { encoding: 'utf8' });
  expect(status).toBe(0);
  return JSON.parse(stdout) as string[][];
};

/** A table of five rows: two can be made, two cannot, one is empty. */
export const companies = `公司名称,统一社会信用代码,公司住所,法定代表人姓名
杭州甲样例有限公司,91440300MA5YANGL1W,杭州市样例路 1 号,王五
杭州乙样例有限公司,91440300MA5YANGL1X,杭州市样例路 2 号,赵六
,,,
"镕喆（北京）有限公司",91350100M000100Y43,,孙七
武汉丁样例有限公司,91350100M000100Y43,武汉市样例路 4 号,周八
`;
