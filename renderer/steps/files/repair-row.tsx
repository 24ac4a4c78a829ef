import { Button } from 'antd';
import { useId, useState } from 'react';
import type { Repair } from '../../../main/contract/files.ts';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { useText } from '../../text/use-text.ts';
import { RepairPreview } from './repair-preview.tsx';

interface RepairRowProps {
  readonly repair: Repair;
  readonly isBusy: boolean;
  readonly onRepair: () => void;
}

/** One repair that can be made: what it does in figures, its pictures on demand, and the button that makes it. */
export function RepairRow({ repair, isBusy, onRepair }: RepairRowProps) {
  const t = useText('files');
  const titleOf = useFieldTitle();
  const [isShown, setShown] = useState(false);
  const heading = useId();
  const { summary, at, warning } = repair;
  const isAlone = repair.isAlone === true;
  return (
    <li className="repair">
      <div className="grow">
        <p id={heading}>{summary}</p>
        <p className="small faint break">{titleOf(at)}</p>
        {isShown ? (
          <RepairPreview id={repair.id} labelledBy={heading} />
        ) : (
          <dl className="repair-change">
            <dt>{t('before')}</dt>
            <dd className="break">{repair.before}</dd>
            <dt>{t('after')}</dt>
            <dd className="break">{repair.after}</dd>
          </dl>
        )}
        {warning === undefined ? null : (
          <p className="repair-note small">{t('repairNote', { note: warning })}</p>
        )}
        {isAlone ? <p className="repair-note small">{t('repairAlone')}</p> : null}
      </div>
      <div className="repair-actions">
        {repair.hasPicture === true ? (
          <Button
            aria-expanded={isShown}
            aria-label={t(isShown ? 'previewHideOf' : 'previewOf', { summary })}
            onClick={() => setShown(!isShown)}
          >
            {t(isShown ? 'previewHide' : 'preview')}
          </Button>
        ) : null}
        <Button disabled={isBusy} aria-label={t('repairOf', { summary })} onClick={onRepair}>
          {t('repair')}
        </Button>
      </div>
    </li>
  );
}
