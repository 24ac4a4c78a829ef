import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { LetterSummary } from '../../main/contract/letters.ts';
import { useSession } from './session-context.tsx';
import { useAnswer } from './use-answer.ts';

interface Letters {
  /** Without notices, which wait for nothing; null while not known. */
  readonly letters: readonly LetterSummary[] | null;
  /** Fields that letters need, as far as was seen since the dossier was opened. */
  readonly needed: ReadonlySet<string>;
}

const LettersContext = createContext<Letters | null>(null);

/** Asks for the letters of the open dossier once for all that show them. */
export function LettersProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { data } = useAnswer('letters.list', { dossier: session.id });
  const [needed, setNeeded] = useState<ReadonlySet<string>>(new Set());
  // A field that was filled in is no longer reported as missing, and is needed all the same.
  const demanded = useMemo(() => data?.letters.filter(({ need }) => need !== 'notice') ?? null, [data]);
  const missing = (demanded ?? []).flatMap((one) => one.missingFields.map((two) => two.field));
  if (missing.some((field) => !needed.has(field))) setNeeded(new Set([...needed, ...missing]));
  const value = useMemo(() => ({ letters: demanded, needed }), [demanded, needed]);
  return <LettersContext value={value}>{children}</LettersContext>;
}

/** The letters of the open dossier and the fields they need. Throws outside a LettersProvider. */
export function useLetters(): Letters {
  const letters = useContext(LettersContext);
  if (letters === null) throw new Error('useLetters needs a LettersProvider above it');
  return letters;
}
