import { join } from 'node:path';
import type { FileInspection, InspectionDepth } from '../../../main/contract/files.ts';
import { createInspector } from '../../../main/adapters/images/inspector.ts';
import type { TestFolder } from './file-fixtures.ts';

/** An inspector of its own over a folder: `inspect` writes the file first, `at` takes what is there. */
export function inspectIn(folder: TestFolder) {
  const inspector = createInspector();
  const inspect = (
    name: string,
    bytes: Uint8Array | string,
    depth: InspectionDepth,
  ): Promise<FileInspection> => inspector.inspect(folder.put(name, bytes), name, depth);
  const at = (name: string, depth: InspectionDepth): Promise<FileInspection> =>
    inspector.inspect({ absolutePath: join(folder.path, name), name }, name, depth);
  return { inspector, inspect, at };
}
