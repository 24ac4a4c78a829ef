import { Button, Input } from 'antd';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useFieldFindings } from '../../form/field-findings.ts';
import { Sheet } from '../../form/sheet.tsx';
import { useTextDraft } from '../../form/text-draft.ts';
import { useText } from '../../text/use-text.ts';
import './app-page.css';

type Permission = NonNullable<NonNullable<DossierDocument['app']>['permissions']>[number];

/** What the app may do and why: rows that are saved as one list, empty rows left out. */
export function PermissionsField() {
  const t = useText('appForm');
  const session = useSession();
  const tellUndo = useUndoNotice();
  const saved = useSessionState().data.document.app?.permissions ?? [];
  const [hasNew, setNew] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const findings = useFieldFindings(['app.permissions'], { isFocused, isChanged: false });
  const rows: readonly Permission[] = hasNew ? [...saved, { name: '' }] : saved;
  const save = (next: readonly Permission[]): void => {
    session.edit(['app', 'permissions'], next.length === 0 ? null : next);
  };
  const change = (index: number, next: Permission): void => {
    // The row just begun becomes a saved one with its first letter.
    if (index === saved.length) setNew(false);
    save(saved.toSpliced(index, 1, next));
  };
  const remove = (index: number): void => {
    if (index >= saved.length) {
      setNew(false);
      return;
    }
    save(saved.toSpliced(index, 1));
    void session.flush();
    tellUndo({
      message: t('permission.removed', { permission: t('permission', { number: index + 1 }) }),
      undo: () => {
        save(saved);
        return session.flush();
      },
    });
  };
  const latest = useRef({ change, remove, flush: session.flush });
  useEffect(() => {
    latest.current = { change, remove, flush: session.flush };
  });
  // The same for every drawing, so that of hundreds of rows only those that changed are drawn anew.
  const actions = useMemo<PermissionActions>(
    () => ({
      change: (index, next) => latest.current.change(index, next),
      leave: () => void latest.current.flush(),
      remove: (index) => latest.current.remove(index),
    }),
    [],
  );
  return (
    <Sheet title={t('permissions.title')} lead={t('permissions.lead')}>
      {rows.length === 0 ? <p className="soft">{t('permissions.none')}</p> : null}
      {rows.length === 0 ? null : (
        <ol className="permissions" onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
          {rows.map((row, index) => (
            // Rows have no ids; their place in the list is what names them.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <PermissionRow name={row.name} purpose={row.purpose} place={index} actions={actions} />
            </li>
          ))}
        </ol>
      )}
      {findings.length === 0 ? null : <FindingList findings={findings} dossier={session.id} />}
      <div>
        <Button id="field-app.permissions" disabled={hasNew} onClick={() => setNew(true)}>
          {t('permissions.add')}
        </Button>
      </div>
    </Sheet>
  );
}

interface PermissionActions {
  readonly change: (place: number, row: Permission) => void;
  readonly leave: () => void;
  readonly remove: (place: number) => void;
}

interface PermissionRowProps {
  readonly name: string;
  readonly purpose: string | undefined;
  /** From 0. */
  readonly place: number;
  readonly actions: PermissionActions;
}

const PermissionRow = memo(function PermissionRow(props: PermissionRowProps) {
  const { place, actions } = props;
  const t = useText('appForm');
  const form = useText('form');
  const tidy = (text: string): string => text.trim();
  const change = (name: string, purpose: string | undefined): void =>
    actions.change(place, purpose === undefined || purpose === '' ? { name } : { name, purpose });
  const onLeave = actions.leave;
  const name = useTextDraft(props.name, (text) => change(text, props.purpose), { tidy, onLeave });
  const purpose = useTextDraft(props.purpose ?? '', (text) => change(props.name, text), { tidy, onLeave });
  const which = t('permission', { number: place + 1 });
  const id = `field-app.permissions.${place}`;
  return (
    <div className="permission">
      <div>
        <label htmlFor={`${id}.name`} className="field-hint">
          <span className="visually-hidden">{which} </span>
          {t('permission.name')}
        </label>
        <Input id={`${id}.name`} autoComplete="off" {...name.control} />
      </div>
      <div>
        <label htmlFor={`${id}.purpose`} className="field-hint">
          <span className="visually-hidden">{which} </span>
          {t('permission.purpose')}
        </label>
        <Input id={`${id}.purpose`} autoComplete="off" {...purpose.control} />
      </div>
      <Button
        type="text"
        aria-label={form('removeOf', { item: which })}
        onClick={() => actions.remove(place)}
      >
        {form('remove')}
      </Button>
    </div>
  );
});
