import { Button, Popconfirm } from 'antd';
import type { FieldSuggestion, ReadPaper } from '../../../../main/contract/read-paper.ts';
import { StateMark } from '../../../components/state-mark.tsx';
import { showField } from '../../../dossier/jump-to-field.ts';
import { useText } from '../../../text/use-text.ts';
import { nameOfPath } from '../../files/slot.ts';
import { clarityOf } from './confidence.ts';
import type { Reading, SuggestedField } from './group-suggestions.ts';
import { PaperCut } from './paper-cut.tsx';

interface SuggestedFieldRowProps {
  readonly title: string;
  readonly suggested: SuggestedField;
  readonly paperOf: (path: string) => ReadPaper | undefined;
  readonly onTake: (suggestion: FieldSuggestion) => void;
}

/** One field: what the form holds, and each reading beside its cut-out, to be taken or left. */
export function SuggestedFieldRow({ title, suggested, paperOf, onTake }: SuggestedFieldRowProps) {
  const t = useText('papers');
  const { field, current, readings } = suggested;
  return (
    <li className="suggested">
      <div className="suggested-field">
        <button type="button" className="link-button" onClick={() => showField(field)}>
          {title}
        </button>
        <p className="small soft break">
          {current === null ? t('formEmpty') : t('formHolds', { value: current })}
        </p>
        {suggested.state === 'fills' && readings.length > 1 ? (
          <p className="small">{t('disagree', { count: readings.length })}</p>
        ) : null}
      </div>
      <ul className="suggested-readings">
        {readings.map((reading) => (
          <ReadingRow
            key={reading.best.value}
            title={title}
            current={current}
            reading={reading}
            paper={paperOf(reading.best.path)}
            onTake={() => onTake(reading.best)}
          />
        ))}
      </ul>
    </li>
  );
}

interface ReadingRowProps {
  readonly title: string;
  readonly current: string | null;
  readonly reading: Reading;
  readonly paper: ReadPaper | undefined;
  readonly onTake: () => void;
}

function ReadingRow({ title, current, reading, paper, onTake }: ReadingRowProps) {
  const t = useText('papers');
  const { best, state, alsoIn } = reading;
  const take = (
    <Button
      data-take=""
      aria-label={t(state === 'fills' ? 'takeOf' : 'replaceOf', { field: title, value: best.value })}
      {...(state === 'fills' ? { onClick: onTake } : {})}
    >
      {t(state === 'fills' ? 'take' : 'replace')}
    </Button>
  );
  return (
    <li className="reading">
      {paper === undefined ? null : <PaperCut paper={paper} page={best.page} box={best.box} />}
      <div className="reading-words">
        <p className="reading-value break">{best.value}</p>
        <p className="reading-marks">
          {state === 'fills' ? <StateMark sign="+" word={t('stateFills')} tone="soft" /> : null}
          {state === 'same' ? <StateMark sign="✓" word={t('stateSame')} tone="good" /> : null}
          {state === 'differs' ? <StateMark sign="≠" word={t('stateDiffers')} tone="warn" /> : null}
          {best.isVerified ? <StateMark sign="✓" word={t('verified')} tone="good" /> : null}
          <span className="small soft">{t(`clarity.${clarityOf(best.confidence)}`)}</span>
        </p>
        <p className="small faint break">
          {t('readFrom', { name: nameOfPath(best.path), page: best.page + 1 })}
          {alsoIn.length === 0
            ? null
            : ` ${t('alsoIn', { names: alsoIn.map(nameOfPath).join(t('listComma')) })}`}
        </p>
      </div>
      {state === 'fills' ? take : null}
      {state === 'differs' ? (
        <Popconfirm
          title={t('replaceAsk', { field: title })}
          description={t('replaceWhat', { from: current ?? '', to: best.value })}
          okText={t('replaceYes')}
          cancelText={t('replaceNo')}
          onConfirm={onTake}
        >
          {take}
        </Popconfirm>
      ) : null}
    </li>
  );
}
