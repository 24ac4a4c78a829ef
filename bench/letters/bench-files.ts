import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { company } from './companies.ts';

/** A table of so many companies, a row each, for `letters-batch`. Their credit codes are one and valid: rows are checked. */
export function writeRows(path: string, count: number): void {
  const header = 'company.name,company.uscc,company.address,company.legalRepresentative.name,app.name';
  const rows = Array.from({ length: count }, (_, index) => {
    const { company: one, app } = company(index);
    return [one?.name, '91440300MA5YANGL1W', one?.address, one?.legalRepresentative?.name, app?.name].join(
      ',',
    );
  });
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`);
}

/** The sample dossier as it is before anything was signed and scanned. */
export function copyUnsigned(root: string, folder: string): void {
  cpSync(join(root, 'resources', 'sample'), folder, { recursive: true });
  const path = join(folder, 'dossier.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^documents:\n( .*\n)+/m, ''));
}

/** A photograph of twelve megapixels with the grain of one, some four megabytes. */
export async function writePhotograph(path: string): Promise<void> {
  const [width, height] = [4000, 3000];
  const grain = { type: 'gaussian', mean: 170, sigma: 12 } as const;
  await sharp({ create: { width, height, channels: 3, background: '#ffffff', noise: grain } })
    .jpeg({ quality: 82 })
    .toFile(path);
}
