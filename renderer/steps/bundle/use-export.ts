import { useCallback, useEffect, useRef, useState } from 'react';
import type { MethodOutput, Progress } from '../../../main/contract/api.ts';
import type { Verification } from '../../../main/contract/bundle.ts';
import type { DossierSession } from '../../client/dossier-session.ts';
import { CallCancelled, ConnectionLost } from '../../client/call-error.ts';
import { useSession } from '../../dossier/session-context.tsx';
import type { ExportOptions } from './export-options.tsx';
import { makerName } from '../../dossier/maker-name.tsx';

/** A bundle that was written, how it verified, and the revision of the dossier in it. */
export interface Exported {
  readonly result: MethodOutput<'bundle.export'>;
  readonly verification: Verification | null;
  readonly verificationError: Error | null;
  readonly revision: number;
}

export interface ExportWork {
  readonly progress: Progress | null;
  readonly exported: Exported | null;
  readonly error: Error | null;
  readonly wasCancelled: boolean;
  readonly start: (isDraft: boolean, suggestedName: string, options: ExportOptions) => void;
  readonly cancel: () => void;
}

/** Exports the bundle to where the user says, or as a download, and verifies what was written. */
export function useExport(verifyingLabel: string): ExportWork {
  const session = useSession();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [exported, setExported] = useState<Exported | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [wasCancelled, setCancelled] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (
      isDraft: boolean,
      suggestedName: string,
      { isRedacted, hasUnused, isEncrypted, passphrase }: ExportOptions,
      signal: AbortSignal,
    ): Promise<void> => {
      const secret = isEncrypted ? { passphrase } : {};
      const { client } = session;
      await session.flush();
      const target = await client.bridge.chooseTarget(suggestedName);
      if (target === null && client.bridge.kind === 'electron') return;
      setProgress({ done: 0, total: 0, label: '' });
      const { revision } = session.getState().data;
      const input = {
        dossier: session.id,
        draft: isDraft,
        by: makerName(),
        redacted: isRedacted,
        unusedFiles: hasUnused,
        ...secret,
        ...(target === null ? {} : { target: target.grant }),
      };
      const result = await client.call('bundle.export', input, { signal, onProgress: setProgress });
      if (result.artifact !== undefined) await client.bridge.saveArtifact(result.artifact, result.fileName);
      const written = { result, revision, verification: null, verificationError: null };
      setExported(written);
      setProgress({ done: 0, total: 0, label: verifyingLabel });
      try {
        const file = target?.grant ?? (await grantOfArtifact(session, result));
        const verification = await client.call('bundle.verify', { file, ...secret }, { signal });
        setExported({ ...written, verification });
      } catch (reason) {
        if (reason instanceof CallCancelled) return;
        setExported({
          ...written,
          verificationError: reason instanceof Error ? reason : new Error(String(reason)),
        });
      }
    },
    [session, verifyingLabel],
  );

  const start = useCallback(
    (isDraft: boolean, suggestedName: string, options: ExportOptions) => {
      if (running.current !== null) return;
      const call = new AbortController();
      running.current = call;
      setExported(null);
      setError(null);
      setCancelled(false);
      run(isDraft, suggestedName, options, call.signal)
        .catch((reason: unknown) => {
          if (reason instanceof CallCancelled) setCancelled(true);
          else setError(reason instanceof Error ? reason : new Error(String(reason)));
        })
        .finally(() => {
          running.current = null;
          setProgress(null);
        });
    },
    [run],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { progress, exported, error, wasCancelled, start, cancel };
}

/** Hands the bytes that the browser downloads back to the host, so that exactly those are verified. */
async function grantOfArtifact(
  session: DossierSession,
  result: MethodOutput<'bundle.export'>,
): Promise<string> {
  const { client } = session;
  const response = await fetch(client.bridge.artifactUrl(result.artifact ?? '', true)).catch(
    (cause: unknown) => {
      throw new ConnectionLost({ cause });
    },
  );
  if (!response.ok) throw new ConnectionLost();
  return client.grantFile(new File([await response.blob()], result.fileName, { type: 'application/zip' }));
}
