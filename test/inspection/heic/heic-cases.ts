import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusCase, MadeCase, PutDefect, Role } from '../corpus-case.ts';

/** A case of the corpus whose picture is kept as a phone would have saved it. */
export interface HeicPlan {
  /** The case that it is made of: what is wrong with it is wrong with this one too. */
  readonly of: string;
  readonly role: Role;
  readonly field: string;
  readonly defect?: Omit<PutDefect, 'at'>;
}

const letter = { role: 'paper', field: 'documents.publishing-commitment' } as const;
const licence = { role: 'paper', field: 'documents.business-licence' } as const;

/** What is kept in this folder: nothing in the product or in Node writes HEIC. */
export const heicPlans: readonly HeicPlan[] = [
  { ...letter, of: 'clean-scan/letter-flatbed-2' },
  { ...letter, of: 'clean-scan/letter-photo-11' },
  { ...letter, of: 'seal-missing/letter-0', defect: { kind: 'seal-missing', strength: 1 } },
  { ...licence, of: 'scan-small/long-side-480', defect: { kind: 'scan-small', strength: 480 } },
  { ...letter, of: 'scan-grey/letter-by-flatbed', defect: { kind: 'scan-grey', strength: 0 } },
  { ...letter, of: 'scan-skewed/8-degrees-8', defect: { kind: 'scan-skewed', strength: 8 } },
  { ...letter, of: 'scan-unsharp/sigma-6-8', defect: { kind: 'scan-unsharp', strength: 6 } },
  { of: 'logo-type/tiff', role: 'logo', field: 'app.logo', defect: { kind: 'logo-type' } },
  {
    of: 'preview-type/tiff',
    role: 'preview',
    field: 'app.previews.desktop',
    defect: { kind: 'preview-type' },
  },
];

/** Where the picture of a plan is kept. */
export const heicPath = ({ of }: HeicPlan): string =>
  join(import.meta.dirname, `${of.replaceAll('/', '--')}.heic`);

/** The same picture, with the same thing wrong, as HEIC. */
export const heicCases: readonly CorpusCase[] = heicPlans.map((plan): CorpusCase => {
  const { of, role, field, defect } = plan;
  const path = `${role === 'paper' ? 'papers' : 'assets'}/photo.heic`;
  return {
    id: `${of}-as-heic`,
    role,
    defects: defect === undefined ? [] : [{ ...defect, at: [path, field] }],
    clean: defect === undefined ? [{ role, at: path }] : [],
    make: async (): Promise<MadeCase> => ({
      fields: { [field]: role === 'preview' ? [path] : path },
      files: new Map([[path, readFileSync(heicPath(plan))]]),
    }),
  };
});
