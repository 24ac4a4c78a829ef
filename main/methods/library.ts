import type { Methods } from './method.ts';
import { exportLibrary } from './library-export.ts';
import { withLibrary } from './library-file.ts';
import { mergeLibrary, planLibrary } from './library-merge.ts';

/** Handing libraries over and merging them. */
export const libraryMethods: Pick<
  Methods,
  'library.export' | 'library.plan' | 'library.merge' | 'library.records'
> = {
  'library.export': exportLibrary,
  'library.plan': (world, input, context) =>
    withLibrary(world, input, context, async (library) => (await planLibrary(world, library, context)).view),
  'library.merge': (world, input, context) =>
    withLibrary(world, input, context, (library, folder) =>
      mergeLibrary(world, library, folder, input, context),
    ),
  'library.records': async (world) => ({ records: [...(await world.library.records())] }),
};
