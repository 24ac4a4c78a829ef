import { useEffect, useMemo, useRef } from 'react';
import type { DossierSummary } from '../../main/contract/dossier-summary.ts';
import { useClient } from '../client/client-context.tsx';
import { useUndoNotice } from '../components/undo-notice.tsx';
import { useText } from '../text/use-text.ts';
import type { CardActions } from './dossier-card.tsx';

interface DossierActionOptions {
  readonly reload: () => void;
  /** Where the focus goes once the list has changed: the card of this dossier, else the one at this place. */
  readonly focusNext: (target: { readonly dossier?: string; readonly index: number }) => void;
  readonly onError: (error: Error | null) => void;
}

/** Duplicating, archiving and removing dossiers from the list; each is told with a way back. */
export function useDossierActions({ reload, focusNext, onError }: DossierActionOptions): CardActions {
  const t = useText('home');
  const client = useClient();
  const tellUndo = useUndoNotice();
  // The latest of each, so that the cards' actions stay the same and cards are not drawn anew.
  const latest = useRef({ reload, focusNext, onError, t, tellUndo });
  useEffect(() => {
    latest.current = { reload, focusNext, onError, t, tellUndo };
  });
  return useMemo(() => {
    const attempt = (work: () => Promise<void>): void => {
      latest.current.onError(null);
      work().catch((problem: unknown) =>
        latest.current.onError(problem instanceof Error ? problem : new Error(String(problem))),
      );
    };
    const tell = (message: string, undo: () => Promise<unknown>): void =>
      latest.current.tellUndo({
        message,
        undo: async () => {
          await undo();
          latest.current.reload();
        },
      });
    const archive = ({ dossier, title, isArchived }: DossierSummary, index: number): void =>
      attempt(async () => {
        await client.call('dossiers.archive', { dossier, archived: !isArchived });
        latest.current.focusNext({ index });
        latest.current.reload();
        tell(latest.current.t(isArchived ? 'unarchived' : 'archived', { title }), () =>
          client.call('dossiers.archive', { dossier, archived: isArchived }),
        );
      });
    const remove = ({ dossier, title }: DossierSummary, index: number): void =>
      attempt(async () => {
        await client.call('dossiers.remove', { dossier });
        latest.current.focusNext({ index });
        latest.current.reload();
        tell(latest.current.t('removed', { title }), () => client.call('dossiers.restore', { dossier }));
      });
    const duplicate = (summary: DossierSummary, index: number): void =>
      attempt(async () => {
        const { dossier, left } = await client.call('dossiers.duplicate', { dossier: summary.dossier });
        latest.current.focusNext({ dossier, index });
        latest.current.reload();
        const say = latest.current.t;
        const behind = [
          ...(left.attestations === 0 ? [] : [say('left.attestations', { count: left.attestations })]),
          ...(left.signedLetters === 0 ? [] : [say('left.signedLetters', { count: left.signedLetters })]),
        ];
        const message = say('duplicated', { title: summary.title });
        const words =
          behind.length === 0 ? message : message + say('left', { what: behind.join(say('left.and')) });
        tell(words, () => client.call('dossiers.remove', { dossier }));
      });
    return { duplicate, archive, remove };
  }, [client]);
}
