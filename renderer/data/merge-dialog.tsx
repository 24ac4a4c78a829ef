import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { LibraryPlan, MergeConflict, MergePick } from '../../main/contract/library.ts';
import { DialogBody } from '../components/dialog-body.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useText } from '../text/use-text.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { fieldLabel } from './field-label.ts';

interface MergeDialogProps {
  readonly name: string;
  readonly plan: LibraryPlan;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onMerge: (picks: Readonly<Record<string, MergePick>>) => void;
  readonly onClose: () => void;
}

type Picks = Readonly<Record<string, MergePick>>;

/** Conflicts that are to be picked now: those inside a dossier that stays removed are not. */
function askedConflicts(plan: LibraryPlan, picks: Picks): readonly MergeConflict[] {
  return [
    ...[...plan.dossiers, ...plan.kept].flatMap(({ conflicts }) => {
      const removed = conflicts.find(({ kind }) => kind === 'removed');
      return removed === undefined || picks[removed.id] === 'theirs' ? conflicts : [removed];
    }),
    ...plan.team.flatMap(({ conflict }) => conflict ?? []),
  ];
}

/** Everything that a merge would do, and a choice for each conflict; nothing is changed until all are picked and it is confirmed. */
export function MergeDialog({ name, plan, isBusy, error, onMerge, onClose }: MergeDialogProps) {
  const t = useText('data');
  const fields = useText('fields');
  const [picks, setPicks] = useState<Picks>({});
  const asked = askedConflicts(plan, picks);
  const open = asked.filter(({ id }) => picks[id] === undefined);
  const pickRest = (side: 'mine' | 'theirs'): void => {
    const rest = open.map(({ id, choices }) => [id, choices.includes(side) ? side : 'both'] as const);
    setPicks({ ...picks, ...Object.fromEntries(rest) });
  };
  const kept = plan.kept.filter(({ state }) => state !== 'same' && state !== 'newer-here');
  const team = plan.team.filter(({ state }) => state !== 'same' && state !== 'only-more-here');
  const titleOf = (dossier: string): string =>
    plan.dossiers.find((one) => one.dossier === dossier)?.title || t('untitled');
  return (
    <Modal
      open
      title={t('plan.title', { name })}
      width={860}
      onCancel={onClose}
      footer={
        <div className="row data-dialog-actions">
          <span className="soft" role="status">
            {open.length === 0 ? '' : t('plan.open', { count: open.length })}
          </span>
          <Button onClick={onClose}>{t('plan.cancel')}</Button>
          <Button type="primary" loading={isBusy} disabled={open.length > 0} onClick={() => onMerge(picks)}>
            {t('plan.merge')}
          </Button>
        </div>
      }
    >
      <DialogBody label={t('plan.title', { name })}>
        <p className="soft">
          {t('plan.from', { by: plan.by === '' ? t('plan.unnamed') : `${plan.by} `, on: plan.on })}
        </p>
        <h3>{t('plan.dossiers')}</h3>
        <ul className="data-plan">
          {plan.dossiers.map((one) => (
            <li key={one.dossier}>
              <p>
                <strong>{one.title || t('untitled')}</strong>
                {one.company === '' ? '' : ` · ${one.company}`} · {t(`state.${one.state}`)}
              </p>
              {one.state === 'both-changed' && !one.hasAncestor ? (
                <p className="small data-warning">{t('plan.noAncestor')}</p>
              ) : null}
              {one.archived === undefined ? null : (
                <p className="small soft">{t(one.archived ? 'plan.archived' : 'plan.unarchived')}</p>
              )}
              {one.fields.length === 0 || one.state === 'newer-here' ? null : (
                <p className="small soft">
                  {t('plan.fields', {
                    fields: one.fields.map((field) => fieldLabel(field, fields)).join('、'),
                  })}
                </p>
              )}
              {one.state === 'new'
                ? null
                : one.files.map(({ path, change }) => (
                    <p key={path} className="small soft break">
                      {t(`change.${change}`, { path })}
                    </p>
                  ))}
            </li>
          ))}
        </ul>
        {kept.length === 0 ? null : (
          <>
            <h3>{t('plan.kept')}</h3>
            <ul className="data-plan">
              {kept.map((one) => (
                <li key={one.kept}>
                  <p>
                    <strong>{one.name || t('untitledKept')}</strong> · {t(`kind.${one.kind}`)} ·{' '}
                    {t(`state.${one.state}`)}
                  </p>
                  {one.fields.length === 0 ? null : (
                    <p className="small soft">
                      {t('plan.fields', {
                        fields: one.fields.map((field) => fieldLabel(field, fields)).join('、'),
                      })}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {team.length === 0 ? null : (
          <>
            <h3>{t('plan.team')}</h3>
            <ul className="data-plan">
              {team.map(({ area, item, state }) => (
                <li key={`${area}/${item}`}>
                  <code className="break">{`${area}/${item}`}</code> · {t(`teamState.${state}`)}
                </li>
              ))}
            </ul>
          </>
        )}
        {asked.length === 0 ? (
          <p>{t('plan.noConflicts')}</p>
        ) : (
          <>
            <div className="row data-conflicts-head">
              <h3>{t('plan.conflicts')}</h3>
              <span className="row">
                <Button size="small" disabled={open.length === 0} onClick={() => pickRest('mine')}>
                  {t('plan.allMine')}
                </Button>
                <Button size="small" disabled={open.length === 0} onClick={() => pickRest('theirs')}>
                  {t('plan.allTheirs')}
                </Button>
              </span>
            </div>
            {asked.map((conflict) => (
              <ConflictChoice
                key={conflict.id}
                conflict={conflict}
                title={conflictTitle(conflict)}
                picked={picks[conflict.id]}
                onPick={(side) => setPicks({ ...picks, [conflict.id]: side })}
              />
            ))}
          </>
        )}
        {error === null ? null : <FailureNotice error={error} />}
      </DialogBody>
    </Modal>
  );

  function conflictTitle({ kind, at, id }: MergeConflict): string {
    const entry = plan.kept.find(({ conflicts }) => conflicts.some((one) => one.id === id));
    if (entry !== undefined) {
      const title = entry.name || t('untitledKept');
      return `${title} · ${kind === 'removed' ? t('conflict.removed') : fieldLabel(at, fields)}`;
    }
    if (kind === 'removed') return `${titleOf(at)} · ${t('conflict.removed')}`;
    if (kind === 'team') return at;
    const dossier = plan.dossiers.length > 1 ? `${titleOf(id.slice(0, id.indexOf('/')))} · ` : '';
    return dossier + (kind === 'field' ? fieldLabel(at, fields) : at);
  }
}
