import { Button, Input } from 'antd';
import { useState } from 'react';
import type { RejectionTask } from '../../../../main/contract/dossier.ts';
import { rejectionId, type RejectionSearch } from '../../../../main/contract/rejections.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useSession, useSessionState } from '../../../dossier/session-context.tsx';
import { DateField } from '../../../form/date-field.tsx';
import { useText } from '../../../text/use-text.ts';
import { PointChoice } from './point-choice.tsx';

interface RejectionFormProps {
  readonly today: string;
  readonly onDone: () => void;
}

/** Takes a reviewer's words, finds the likely clauses, and makes tasks of the points with what was picked. */
export function RejectionForm({ today, onDone }: RejectionFormProps) {
  const t = useText('history');
  const session = useSession();
  const { data } = useSessionState();
  const [words, setWords] = useState('');
  const [on, setOn] = useState(today);
  const [found, setFound] = useState<RejectionSearch | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);

  const search = async (): Promise<void> => {
    setFault(words.trim() === '' ? t('noWords') : null);
    setError(null);
    if (words.trim() === '') return;
    setBusy(true);
    try {
      const answer = await session.client.call('rejections.search', { dossier: session.id, words });
      setPicked(new Set());
      setFound(answer);
      if (answer.points.length === 0) setFault(t('noPoints'));
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setBusy(false);
    }
  };
  const pick = (point: number, clause: string, isOn: boolean): void => {
    const next = new Set(picked);
    if (isOn) next.add(`${point} ${clause}`);
    else next.delete(`${point} ${clause}`);
    setPicked(next);
  };
  const tasks = (found?.points ?? []).flatMap((point, index): readonly RejectionTask[] => {
    const own = point.clauses.filter(({ clause }) => picked.has(`${index} ${clause}`));
    // A point of which nobody knows the clause is still to be answered.
    if (own.length === 0) return [{ words: point.words }];
    return own.map(({ clause, rules: [rule] }) => ({
      clause,
      ...(rule === undefined ? {} : { rule: rule.id }),
      words: point.words,
    }));
  });
  const keep = (): void => {
    const before = data.document.rejections ?? [];
    const day = on === '' ? today : on;
    const rejection = { id: rejectionId(before, day), on: day, words: words.trim(), tasks };
    // There is no place in a list that is not there yet.
    if (before.length === 0) session.edit(['rejections'], [rejection]);
    else session.edit(['rejections', before.length], rejection);
    void session.flush();
    onDone();
  };

  return (
    <form
      className="rejection-form stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void search();
      }}
    >
      <div className="stack-tight">
        <label htmlFor="rejection-words">{t('words')}</label>
        <Input.TextArea
          id="rejection-words"
          value={words}
          rows={6}
          maxLength={20_000}
          placeholder={t('wordsPlaceholder')}
          aria-invalid={fault !== null}
          onChange={(event) => {
            setWords(event.target.value);
            setFound(null);
          }}
        />
      </div>
      <div className="row">
        <label htmlFor="rejection-on">{t('receivedOn')}</label>
        <DateField id="rejection-on" value={on} max={today} onChange={setOn} />
        <Button type={found === null ? 'primary' : 'default'} htmlType="submit" loading={isBusy}>
          {t('search')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </div>
      <p className="small rejection-fault" role="alert">
        {fault ?? ''}
      </p>
      {error === null ? null : <FailureNotice error={error} />}
      {found === null || found.points.length === 0 ? null : (
        <>
          <p className="soft">{t('searchNote')}</p>
          {found.points.map((point, index) => (
            <PointChoice
              // Points have no name but their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              number={index + 1}
              point={point}
              picked={
                new Set(
                  point.clauses.map(({ clause }) => clause).filter((id) => picked.has(`${index} ${id}`)),
                )
              }
              onPick={(clause, isOn) => pick(index, clause, isOn)}
            />
          ))}
          <div>
            <Button type="primary" onClick={keep}>
              {t('keep', { count: tasks.length })}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
