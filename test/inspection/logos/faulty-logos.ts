import type { CorpusCase, MadeCase } from '../corpus-case.ts';
import { contentFaults } from './content-faults.ts';
import { fileFaults } from './file-faults.ts';
import { groundFaults } from './ground-faults.ts';
import { markFaults } from './mark-faults.ts';

const faults = [...fileFaults, ...groundFaults, ...markFaults, ...contentFaults];

/** One dossier for each logo with one thing wrong. */
export const faultyLogos: readonly CorpusCase[] = faults.map(
  ({ kind, as, strength, file = 'assets/logo.png', field = 'app.logo', draw }) => ({
    id: `${kind}/${as.replaceAll(' ', '-')}`,
    role: 'logo',
    defects: [{ kind, ...(strength === undefined ? {} : { strength }), at: [file] }],
    clean: [],
    make: async (studio, random): Promise<MadeCase> => ({
      fields: { [field]: file },
      files: new Map([[file, await draw(studio, random)]]),
    }),
  }),
);
