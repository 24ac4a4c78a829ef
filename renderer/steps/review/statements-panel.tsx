import { useMemo, useState } from 'react';
import type { Attestation } from '../../../main/contract/dossier.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Fold, keepFoldInSight, showFold } from '../../components/fold.tsx';
import { FoldSwitch } from '../../components/fold-switch.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { nextOpen, useFolds } from '../../components/use-folds.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { hrefOf, useRoute } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { ConfirmBar, confirmBarHeightPx, type Confirmation } from './confirm-bar.tsx';
import { decidedStatements } from './decided-statements.ts';
import { StatementTopic } from './statement-topic.tsx';

const foldOf = (topic: string): string => `statements-${topic}`;
const noAttestations: Readonly<Record<string, Attestation>> = {};
const attestationsField = 'attestations.';

/** Gives the focus to the screen with this statement, once it is drawn: from there Tab leads to what can be ticked. */
function focusScreenOf(rule: string): void {
  requestAnimationFrame(() => {
    const row = document.getElementById(`field-${attestationsField}${rule}`);
    row?.closest<HTMLElement>('.statements')?.focus({ preventScroll: true });
  });
}

/** What only a person can state, one topic at a time: chosen ones are confirmed with name and date, or withdrawn again. */
export function StatementsPanel() {
  const t = useText('review');
  const session = useSession();
  const { data, report } = useSessionState();
  const tell = useUndoNotice();
  const route = useRoute();
  const answer = useAnswer('review.statements', { dossier: session.id });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const attested = data.document.attestations ?? noAttestations;
  const { topics, undecided } = useMemo(
    () => decidedStatements(answer.data?.topics ?? [], report?.requirements ?? [], attested),
    [answer.data, report, attested],
  );
  const all = useMemo(() => topics.flatMap(({ statements }) => statements), [topics]);
  const done = all.filter(({ rule }) => attested[rule] !== undefined).length;
  const chosen = all.filter(({ rule }) => selected.has(rule) && attested[rule] === undefined);
  const ids = topics.map(({ id }) => id);
  const openIn = (id: string, besides: ReadonlySet<string> = new Set()): number =>
    topics
      .find((topic) => topic.id === id)
      ?.statements.filter(({ rule }) => attested[rule] === undefined && !besides.has(rule)).length ?? 0;
  const isDone = (id: string): boolean => openIn(id) === 0;
  const focus = route.page === 'dossier' ? route.focus : undefined;
  const rule = focus?.startsWith(attestationsField) ? focus.slice(attestationsField.length) : undefined;
  const sought = topics.find(({ statements }) => statements.some((one) => one.rule === rule))?.id;
  const folds = useFolds(ids, nextOpen(ids, isDone), sought);
  const [held, setHeld] = useState<Readonly<Record<string, string>>>({});
  const [taken, setTaken] = useState<string | undefined>(undefined);
  // What the address asks for is taken up once: afterwards people turn to the screens they like.
  if (taken !== rule) {
    if (rule === undefined) setTaken(undefined);
    else if (sought !== undefined) {
      setTaken(rule);
      setHeld({ ...held, [sought]: rule });
    }
  }
  const firstOpen = (id: string, besides: ReadonlySet<string> = new Set()): string | undefined => {
    const { statements = [] } = topics.find((topic) => topic.id === id) ?? {};
    const from = statements.findIndex((one) => one.rule === held[id]);
    const inTurn = [...statements.slice(Math.max(from, 0)), ...statements.slice(0, Math.max(from, 0))];
    return inTurn.find((one) => attested[one.rule] === undefined && !besides.has(one.rule))?.rule;
  };

  const select = (rules: readonly string[], isOn: boolean): void => {
    const next = new Set(selected);
    for (const one of rules) {
      if (isOn) next.add(one);
      else next.delete(one);
    }
    setSelected(next);
  };
  const put = (rules: readonly string[], value: Confirmation | null): void => {
    for (const one of rules) session.edit(['attestations', one], value);
    void session.flush();
  };
  const turn = (topic: string, to: string): void => {
    setHeld({ ...held, [topic]: to });
    focusScreenOf(to);
    keepFoldInSight(foldOf(topic), confirmBarHeightPx);
  };
  const toggle = (topic: string): void => {
    if (!folds.isOpen(topic)) keepFoldInSight(foldOf(topic), confirmBarHeightPx);
    folds.toggle(topic);
  };
  const goOn = (from: string): void => {
    const next = nextOpen(ids, isDone, from);
    folds.replace([from], next);
    if (next !== undefined) showFold(foldOf(next));
  };
  const confirm = (confirmation: Confirmation): void => {
    const rules = new Set(chosen.map((one) => one.rule));
    put([...rules], confirmation);
    setSelected(new Set());
    tell({ message: t('confirmed', { count: rules.size }), undo: () => put([...rules], null) });
    // What is done now is folded, and the next topic opened when nothing else is left to look at.
    const finished = ids.filter((id) => folds.isOpen(id) && openIn(id, rules) === 0);
    const unfinished = ids.filter((id) => folds.isOpen(id) && !finished.includes(id));
    const shown = topics.flatMap(({ id, statements }) => {
      const first = statements.some((one) => rules.has(one.rule)) ? firstOpen(id, rules) : undefined;
      return first === undefined || !folds.isOpen(id) ? [] : [[id, first] as const];
    });
    setHeld({ ...held, ...Object.fromEntries(shown) });
    const [first] = shown;
    if (first !== undefined) {
      focusScreenOf(first[1]);
      keepFoldInSight(foldOf(first[0]), confirmBarHeightPx);
    }
    if (finished.length === 0) return;
    const next =
      unfinished.length > 0 ? undefined : nextOpen(ids, (id) => openIn(id, rules) === 0, finished.at(-1));
    folds.replace(finished, next);
    if (next !== undefined) showFold(foldOf(next));
  };
  const withdraw = (one: string, title: string): void => {
    const before = attested[one];
    put([one], null);
    tell({
      message: t('withdrawn', { title }),
      undo: () => (before === undefined ? undefined : put([one], before)),
    });
  };

  const isBarBeside = chosen.length > 0 || ids.some((id) => folds.isOpen(id) && !isDone(id));

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
      <div className="row-between">
        <p className="soft review-lead">{t('statementsLead')}</p>
        {ids.length < 2 ? null : <FoldSwitch folds={folds} of={t('statementsTitle')} />}
      </div>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {answer.data !== null && all.length === 0 ? <p className="soft">{t('statementsNone')}</p> : null}
      <div className="folds">
        {topics.map((topic) => {
          const total = topic.statements.length;
          const made = total - openIn(topic.id);
          const picked = chosen.filter((one) => topic.statements.includes(one)).length;
          return (
            <Fold
              key={topic.id}
              id={foldOf(topic.id)}
              title={topic.title}
              isOpen={folds.isOpen(topic.id)}
              onToggle={() => toggle(topic.id)}
              aside={
                <>
                  {picked === 0 ? null : <span>{t('selected', { count: picked })}</span>}
                  <span className={made === total ? 'fold-count-done' : undefined}>
                    {t(made === total ? 'topicDone' : 'topicProgress', { done: made, total })}
                  </span>
                </>
              }
            >
              <StatementTopic
                title={topic.title}
                statements={topic.statements}
                attested={attested}
                selected={selected}
                held={held[topic.id] ?? firstOpen(topic.id)}
                hasBarBeside={isBarBeside}
                onTurn={(to) => turn(topic.id, to)}
                onSelect={select}
                onWithdraw={withdraw}
                {...(ids.some((id) => id !== topic.id && !isDone(id))
                  ? { onGoOn: () => goOn(topic.id) }
                  : {})}
              />
            </Fold>
          );
        })}
      </div>
      {undecided === 0 ? null : (
        <p className="small soft">
          {t('statementsUndecided', { count: undecided })}{' '}
          <a href={hrefOf({ page: 'dossier', dossier: session.id, step: 'category' })}>
            {t('findingsToQuestions')}
          </a>
        </p>
      )}
      {all.length > done ? (
        <ConfirmBar count={chosen.length} isBeside={isBarBeside} onConfirm={confirm} />
      ) : null}
    </section>
  );
}
