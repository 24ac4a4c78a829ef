import type { CorpusCase, MadeCase } from '../corpus-case.ts';
import { contentFaults } from './content-faults.ts';
import { fileFaults } from './file-faults.ts';
import { qualityFaults } from './quality-faults.ts';
import { twiceFaults } from './twice-faults.ts';

const faults = [...fileFaults, ...twiceFaults, ...qualityFaults, ...contentFaults];

/** One dossier for each picture, or set of pictures, with one thing wrong. */
export const faultyPreviews: readonly CorpusCase[] = faults.map(
  ({ kind, as, end, strength, endings = ['png'], also, draw }): CorpusCase => {
    const field = `app.previews.${end}`;
    const paths = endings.map((ending, n) => `assets/${end}-${n + 1}.${ending}`);
    const alsoPath = also === undefined ? [] : [`assets/${also.end}-1.${also.ending}`];
    return {
      id: `${kind}/${as.replaceAll(/[ :]+/g, '-')}`,
      role: 'preview',
      defects: [
        {
          kind,
          ...(strength === undefined ? {} : { strength }),
          at: [
            ...paths,
            ...alsoPath,
            field,
            ...(also === undefined
              ? []
              : [`app.previews.${also.end}`, 'attestations.previews-clear-and-true']),
          ],
        },
      ],
      clean: [],
      async make(studio, random): Promise<MadeCase> {
        const drawn = await draw(studio, random, end);
        return {
          fields: {
            [field]: paths,
            ...(also === undefined ? {} : { [`app.previews.${also.end}`]: alsoPath }),
          },
          files: new Map([...paths, ...alsoPath].map((path, n) => [path, drawn[n] ?? Buffer.alloc(0)])),
        };
      },
    };
  },
);
