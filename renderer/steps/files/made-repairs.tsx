import { Button } from 'antd';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import { Fold } from '../../components/fold.tsx';
import { useFolds } from '../../components/use-folds.ts';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useText } from '../../text/use-text.ts';

const foldIds = ['made-repairs'] as const;

interface MadeRepairsProps {
  readonly repairs: NonNullable<DossierDocument['repairs']>;
  readonly isBusy: boolean;
  readonly onUndo: (id: string) => void;
}

/** The repairs that were made, each with what it changed and a way back. */
export function MadeRepairs({ repairs, isBusy, onUndo }: MadeRepairsProps) {
  const t = useText('files');
  const titleOf = useFieldTitle();
  const folds = useFolds(foldIds, undefined, undefined);
  const made = Object.entries(repairs);
  if (made.length === 0) return null;
  return (
    <div className="folds">
      <Fold
        id="made-repairs"
        level={3}
        title={t('madeTitle')}
        aside={<span>{t('foldCount', { count: made.length })}</span>}
        isOpen={folds.isOpen('made-repairs')}
        onToggle={() => folds.toggle('made-repairs')}
      >
        <p className="small soft files-fold-lead">{t('madeLead')}</p>
        <ul className="files-card repairs-list">
          {made.map(([id, { on, of, made: files = {}, changes }]) => (
            <li key={id} className="repair">
              <div className="grow">
                {changes.length > 0 || of === undefined ? null : (
                  <p className="break">
                    {t('madeBeside')}
                    <span className="faint">
                      {' '}
                      {of} → {Object.keys(files).join('、')}
                    </span>
                  </p>
                )}
                {changes.map(({ field, from, to }) => (
                  <p key={field} className="break">
                    {titleOf(field)}
                    <span className="faint">
                      {' '}
                      {from.join('、')} → {to.join('、')}
                    </span>
                  </p>
                ))}
                <p className="small faint">{t('madeOn', { day: on })}</p>
              </div>
              <Button
                disabled={isBusy}
                aria-label={t('undoOf', {
                  name: changes.flatMap(({ to }) => to).join('、') || Object.keys(files).join('、') || id,
                })}
                onClick={() => onUndo(id)}
              >
                {t('undo')}
              </Button>
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
