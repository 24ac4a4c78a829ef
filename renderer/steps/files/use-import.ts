import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../../main/contract/api.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { editOf } from './slot.ts';

/** A file that did not become part of the dossier, and why. */
export interface FailedImport {
  readonly name: string;
  readonly error: Error;
}

export interface ImportWork {
  /** Null while nothing is being imported. */
  readonly progress: Progress | null;
  readonly failed: readonly FailedImport[];
  readonly wasCancelled: boolean;
  readonly start: (files: readonly File[]) => void;
  readonly cancel: () => void;
}

/**
 * Imports files into a field one after the other; one that is refused does not stop the others. With `replaces` the
 * imported files take the place of what the field held.
 */
export function useImport(field: string, replaces = false): ImportWork {
  const session = useSession();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failed, setFailed] = useState<readonly FailedImport[]>([]);
  const [wasCancelled, setCancelled] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (files: readonly File[], signal: AbortSignal): Promise<void> => {
      const imported: string[] = [];
      const refused: FailedImport[] = [];
      for (const [index, file] of files.entries()) {
        setProgress({ done: index, total: files.length, label: file.name });
        try {
          signal.throwIfAborted();
          const grant = await session.client.grantFile(file);
          const input = { dossier: session.id, file: grant, slot: field };
          const { path } = await session.perform('files.import', input, { signal });
          imported.push(path);
        } catch (error) {
          if (signal.aborted || error instanceof CallCancelled) {
            setCancelled(true);
            break;
          }
          refused.push({ name: file.name, error: error instanceof Error ? error : new Error(String(error)) });
        }
      }
      setFailed(refused);
      if (!replaces || imported.length === 0) return;
      const { path, value } = editOf(field, imported);
      session.edit(path, value);
      await session.flush();
    },
    [session, field, replaces],
  );

  const start = useCallback(
    (files: readonly File[]) => {
      if (running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      setFailed([]);
      setCancelled(false);
      void run(files, controller.signal).finally(() => {
        running.current = null;
        setProgress(null);
      });
    },
    [run],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, failed, wasCancelled, start, cancel };
}
