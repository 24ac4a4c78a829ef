import { Checkbox } from 'antd';
import { useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { ConfirmBar, type Confirmation } from './confirm-bar.tsx';
import { StatementRow } from './statement-row.tsx';

/** What only a person can state, by topic: chosen ones are confirmed with name and date, or withdrawn again. */
export function StatementsPanel() {
  const t = useText('review');
  const session = useSession();
  const { data } = useSessionState();
  const tell = useUndoNotice();
  const answer = useAnswer('review.statements', { dossier: session.id });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const attested = data.document.attestations ?? {};
  const topics = answer.data?.topics.filter(({ statements }) => statements.length > 0) ?? [];
  const all = topics.flatMap(({ statements }) => statements);
  const done = all.filter(({ rule }) => attested[rule] !== undefined).length;
  const chosen = all.filter(({ rule }) => selected.has(rule) && attested[rule] === undefined);

  const select = (rules: readonly string[], isOn: boolean): void => {
    const next = new Set(selected);
    for (const rule of rules) {
      if (isOn) next.add(rule);
      else next.delete(rule);
    }
    setSelected(next);
  };
  const put = (rules: readonly string[], value: Confirmation | null): void => {
    for (const rule of rules) session.edit(['attestations', rule], value);
    void session.flush();
  };
  const confirm = (confirmation: Confirmation): void => {
    const rules = chosen.map(({ rule }) => rule);
    put(rules, confirmation);
    setSelected(new Set());
    tell({ message: t('confirmed', { count: rules.length }), undo: () => put(rules, null) });
  };
  const withdraw = (rule: string, title: string): void => {
    const before = attested[rule];
    put([rule], null);
    tell({
      message: t('withdrawn', { title }),
      undo: () => (before === undefined ? undefined : put([rule], before)),
    });
  };

  return (
    <section className="review-section" aria-labelledby="review-statements">
      <div className="row-between">
        <h2 id="review-statements" tabIndex={-1}>
          {t('statementsTitle')}
        </h2>
        {all.length === 0 ? null : (
          <p className="small soft" role="status">
            {t('statementsProgress', { total: all.length, done })}
          </p>
        )}
      </div>
      <p className="soft review-lead">{t('statementsLead')}</p>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {answer.data !== null && all.length === 0 ? <p className="soft">{t('statementsNone')}</p> : null}
      {topics.map(({ id, title, statements }) => {
        const open = statements.filter(({ rule }) => attested[rule] === undefined).map(({ rule }) => rule);
        const isAll = open.length > 0 && open.every((rule) => selected.has(rule));
        return (
          <section key={id} className="statements-topic" aria-labelledby={`topic-${id}`}>
            <header className="row-between">
              <h3 id={`topic-${id}`}>{title}</h3>
              {open.length < 2 ? null : (
                <Checkbox
                  checked={isAll}
                  indeterminate={!isAll && open.some((rule) => selected.has(rule))}
                  aria-label={t('selectTopicOf', { topic: title })}
                  onChange={(event) => select(open, event.target.checked)}
                >
                  {t('selectTopic')}
                </Checkbox>
              )}
            </header>
            <ul>
              {statements.map((statement) => (
                <StatementRow
                  key={statement.rule}
                  statement={statement}
                  attested={attested[statement.rule]}
                  isSelected={selected.has(statement.rule)}
                  onSelect={(isOn) => select([statement.rule], isOn)}
                  onWithdraw={() => withdraw(statement.rule, statement.title)}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {all.length > done ? <ConfirmBar count={chosen.length} onConfirm={confirm} /> : null}
    </section>
  );
}
