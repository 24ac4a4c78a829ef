import type { CorpusCase, MadeCase } from '../corpus-case.ts';
import type { PaperName } from './draw-paper.ts';
import { lightFaults } from './light-faults.ts';
import { pageFaults } from './page-faults.ts';
import { pictureFaults } from './picture-faults.ts';
import { sealFaults } from './seal-faults.ts';

const faults = [...pictureFaults, ...lightFaults, ...sealFaults, ...pageFaults];
const slotOf: Readonly<Record<PaperName, string>> = {
  commitment: 'publishing-commitment', authorisation: 'authorisation-letter', letter: 'publishing-commitment', letterhead: 'authorisation-letter', licence: 'business-licence',
  certificate: 'computer-software-copyright-certificate', filing: 'icp-filing', identity: 'agent-id-copy', last: 'publishing-commitment',
}; // prettier-ignore

/** One dossier for each scan, or pair of scans, with one thing wrong. */
export const faultyScans: readonly CorpusCase[] = faults.map((fault, index): CorpusCase => {
  const { kind, as, strength, paper, ending = 'jpg', slot = slotOf[paper], second } = fault;
  const path = `papers/${paper}.${ending}`;
  return {
    id: `${kind}/${as.replaceAll(/[ :']+/g, '-')}`,
    role: 'paper',
    defects: [
      {
        kind,
        ...(strength === undefined ? {} : { strength }),
        at: [path, ...(second === undefined ? [] : [second.path]), `documents.${slot}`],
      },
    ],
    clean: [],
    async make(studio, random): Promise<MadeCase> {
      const [bytes, other] = await fault.make(studio, random, index);
      if (bytes === undefined) throw new Error('nothing was made');
      const files = new Map([[path, bytes]]);
      if (second !== undefined && other !== undefined) files.set(second.path, other);
      return {
        fields: {
          [`documents.${slot}`]: path,
          ...(second === undefined ? {} : { [`documents.${second.slot}`]: second.path }),
        },
        files,
      };
    },
  };
});
