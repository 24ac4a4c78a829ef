import { Button } from 'antd';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import type { FieldSuggestion } from '../../../../main/contract/read-paper.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useUndoNotice } from '../../../components/undo-notice.tsx';
import { WorkProgress } from '../../../components/work-progress.tsx';
import { usePapersWanted } from '../../../dossier/papers-wanted.ts';
import { useSession, useSessionState } from '../../../dossier/session-context.tsx';
import { useLongAnswer } from '../../../dossier/use-long-answer.ts';
import { Sheet } from '../../../form/sheet.tsx';
import { hrefOf } from '../../../shell/routes.ts';
import { useText } from '../../../text/use-text.ts';
import { ImportZone } from '../../files/import-zone.tsx';
import { filesOf } from '../../files/slot.ts';
import { AlsoRead } from './also-read.tsx';
import { editsOf, groupSuggestions, takenAtOnce, undoOf } from './group-suggestions.ts';
import { SuggestedFieldRow } from './suggested-field-row.tsx';
import { useSuggestedTitle } from './suggested-title.ts';
import './papers-panel.css';

const licence = 'documents.business-licence';

/**
 * What a machine reads on the dossier's papers, for the form: each reading beside its cut-out, taken by a person one by
 * one or all that fill empty fields at once. Nothing that is filled in is replaced unasked.
 */
export function PapersPanel() {
  const t = useText('papers');
  const session = useSession();
  const { data, report } = useSessionState();
  const tellUndo = useUndoNotice();
  const titleOf = useSuggestedTitle();
  const [isWanted, setWanted] = usePapersWanted();
  const [isAwaited, setAwaited] = useState(false);
  const { document: shown } = data;
  const hasLicence = filesOf(shown, licence).length > 0;
  // A licence that was dropped here is read as soon as it is in.
  if (isAwaited && hasLicence) {
    setAwaited(false);
    setWanted(true);
  }
  const roles = (shown.parties ?? []).map(({ role }) => role);
  const answer = useLongAnswer(
    'papers.read',
    isWanted ? { dossier: session.id } : null,
    JSON.stringify([shown.documents, roles]),
  );
  const list = useRef<HTMLDivElement>(null);
  const papers = answer.data?.papers ?? [];
  const fields = useMemo(() => groupSuggestions(answer.data?.suggestions ?? [], shown), [answer.data, shown]);
  const open = fields.filter(({ state }) => state !== 'same');
  const same = fields.filter(({ state }) => state === 'same');
  const atOnce = takenAtOnce(fields);
  const hasPapers = data.files.some(({ usedBy }) => usedBy.some((field) => field.startsWith('documents.')));
  const isLicenceAsked = (report?.requirements ?? []).some(({ fields: asked }) => asked.includes(licence));

  const take = (taken: readonly FieldSuggestion[]): void => {
    const edits = editsOf(taken, session.getState().data.document);
    for (const { path, value } of edits) session.edit(path, value);
    void session.flush();
    keepFocus(list.current);
    tellUndo({
      message: t('taken', { count: taken.length }),
      undo: () => {
        for (const { path, value } of undoOf(edits, session.getState().data.document)) {
          session.edit(path, value);
        }
        return session.flush();
      },
    });
  };
  const rowOf = (one: (typeof fields)[number]) => (
    <SuggestedFieldRow
      key={one.field}
      title={titleOf(one.field)}
      suggested={one}
      paperOf={(path) => papers.find((paper) => paper.path === path)}
      onTake={(suggestion) => take([suggestion])}
    />
  );

  return (
    <Sheet title={t('title')} lead={t('lead')}>
      {hasPapers ? null : (
        <p className="soft">
          {t('none')}{' '}
          <a href={hrefOf({ page: 'dossier', dossier: session.id, step: 'files' })}>{t('toFiles')}</a>
        </p>
      )}
      {isLicenceAsked && !hasLicence ? (
        <ImportZone
          field={licence}
          label={t('dropLicence')}
          hint={t('dropLicenceHint')}
          onStart={() => setAwaited(true)}
        />
      ) : null}
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {answer.isRunning ? (
        answer.data !== null && answer.progress === null ? null : (
          <WorkProgress progress={answer.progress} onCancel={() => setWanted(false)} />
        )
      ) : hasPapers && (!isWanted || answer.data === null) && answer.error === null ? (
        <div className="row">
          <Button onClick={() => setWanted(true)}>{t('read')}</Button>
          <span className="small faint">{t('readHint')}</span>
        </div>
      ) : null}
      {answer.data === null ? null : (
        <div ref={list} className="papers-read">
          <div className="row-between">
            <p className="papers-summary" tabIndex={-1} role="status">
              {fields.length === 0
                ? t('nothingRead')
                : t('summary', { open: open.length, same: same.length })}
            </p>
            {atOnce.length < 2 ? null : (
              <Button data-take="" onClick={() => take(atOnce)}>
                {t('takeAll', { count: atOnce.length })}
              </Button>
            )}
          </div>
          {open.length === 0 ? null : <ul className="suggested-list">{open.map(rowOf)}</ul>}
          {same.length === 0 ? null : (
            <Folded summary={t('sameTitle', { count: same.length })}>
              <ul className="suggested-list">{same.map(rowOf)}</ul>
            </Folded>
          )}
          <AlsoRead papers={papers} suggestions={answer.data.suggestions} />
        </div>
      )}
    </Sheet>
  );
}

interface FoldedProps {
  readonly summary: string;
  readonly children: ReactNode;
}

/** What is looked at on demand: drawn, and its pictures made, only once it is open. */
function Folded({ summary, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="papers-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen ? children : null}
    </details>
  );
}

/** What was taken leaves the list: the focus goes to the next that can be taken, else to the summary. */
function keepFocus(list: HTMLElement | null): void {
  if (list === null) return;
  const place = [...list.querySelectorAll('[data-take]')].indexOf(document.activeElement ?? list);
  requestAnimationFrame(() => {
    const left = [...list.querySelectorAll<HTMLElement>('[data-take]')];
    const next =
      left[Math.max(0, place)] ?? left.at(-1) ?? list.querySelector<HTMLElement>('.papers-summary');
    next?.focus({ preventScroll: true });
  });
}
