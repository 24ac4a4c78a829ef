import { Button } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useUndoNotice } from '../../../components/undo-notice.tsx';
import { pathOf, valueAt } from '../../../client/field-path.ts';
import { useSession, useSessionState } from '../../../dossier/session-context.tsx';
import { useKeptAnswer } from '../../../companies/use-kept-answer.ts';
import { useText } from '../../../text/use-text.ts';

const keysOf = {
  'company.legalRepresentative': ['name', 'idType', 'idNumber'],
  'company.agent': ['name', 'idType', 'idNumber', 'phone', 'email'],
} as const;

/** Fills in a kept person, or keeps the one that is typed. */
export function KeptPersonChoice({
  field,
  title,
}: {
  readonly field: keyof typeof keysOf;
  readonly title: string;
}) {
  const t = useText('companies');
  const session = useSession();
  const { data } = useSessionState();
  const tellUndo = useUndoNotice();
  const [count, setCount] = useState(0);
  const [error, setError] = useState<Error | null>(null);
  const [note, setNote] = useState('');
  const people = useKeptAnswer('people.list', count).data?.people ?? null;
  const typed =
    field === 'company.agent' ? data.document.company?.agent : data.document.company?.legalRepresentative;
  const name = (typed?.name ?? '').trim();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null);
    setNote('');
    try {
      await work();
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };
  const fill = (person: string) =>
    attempt(async () => {
      const { details } = await session.client.call('people.open', { person });
      const before = session.getState().data.document;
      const paths = keysOf[field].map((key) => ({ path: pathOf(`${field}.${key}`), value: details[key] }));
      const filled = paths.filter(({ value }) => value !== undefined && value !== '');
      for (const { path, value } of filled) session.edit(path, value);
      void session.flush();
      tellUndo({
        message: t('person.taken', { name: details.name ?? '' }),
        undo: () => {
          for (const { path } of filled) session.edit(path, valueAt(before, path) ?? null);
          return session.flush();
        },
      });
    });
  const keep = () =>
    attempt(async () => {
      await session.client.call('people.save', { details: { ...typed } });
      setNote(t('person.kept', { name }));
      setCount((value) => value + 1);
    });
  if (people === null) return null;
  const isKept = people.some((one) => one.name === name);
  if (people.length === 0 && name === '') return null;
  return (
    <>
      <div className="kept-choice">
        {people.length === 0 ? null : (
          <label className="kept-choice">
            <span>{t('person.choose')}</span>
            <select
              value=""
              aria-label={`${title}：${t('person.choose')}`}
              onChange={({ target }) => void fill(target.value)}
            >
              <option value="">{t('person.chooseHint')}</option>
              {people.map((one) => (
                <option key={one.person} value={one.person}>
                  {[one.name === '' ? t('person.unnamed') : one.name, one.idNumber].filter(Boolean).join(' ')}
                </option>
              ))}
            </select>
          </label>
        )}
        {name === '' || isKept ? null : (
          <Button aria-label={`${title}：${t('person.keep')}`} onClick={() => void keep()}>
            {t('person.keep')}
          </Button>
        )}
        <span className="small soft" role="status">
          {note}
        </span>
      </div>
      {error === null ? null : <FailureNotice error={error} />}
    </>
  );
}
