import { useState } from 'react';
import { makerName } from '../../dossier/maker-name.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { usePrintOptions } from './print-options.tsx';

/** A way to print one letter, and whether it is on its way or failed. */
export interface LetterPrint {
  readonly print: () => Promise<void>;
  readonly isPrinting: boolean;
  readonly error: Error | null;
  /** Why what was printed is not kept in the history; null where it is. */
  readonly notKept: string | null;
}

/**
 * Makes the letter's PDF and hands it to what prints it at its true size: a tab of the browser, or in the window the
 * system's own viewer by way of a saved file.
 */
export function useLetterPrint(letter: string): LetterPrint {
  const session = useSession();
  const { bridge } = session.client;
  const { options } = usePrintOptions();
  const [isPrinting, setPrinting] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const [notKept, setNotKept] = useState<string | null>(null);
  const print = async (): Promise<void> => {
    setPrinting(true);
    setError(null);
    setNotKept(null);
    try {
      await session.flush();
      const input = { dossier: session.id, letter, keep: { by: makerName() }, ...options };
      const { artifact, fileName, notKept: why } = await session.client.call('letters.render', input);
      setNotKept(why ?? null);
      const tab = bridge.kind === 'browser' ? window.open(bridge.artifactUrl(artifact)) : null;
      // A browser that opens no tab, and the window, get the file.
      if (tab === null) await bridge.saveArtifact(artifact, fileName);
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setPrinting(false);
    }
  };
  return { print, isPrinting, error, notKept };
}
