import { useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import { useExplain } from '../../components/explain-panel.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useMatches } from '../../components/use-matches.ts';
import { explainedBy } from '../../dossier/focus-subject.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { isCounted } from '../../dossier/step-states.ts';
import type { Answer } from '../../dossier/use-answer.ts';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { ChangesLine } from './changes-line.tsx';
import { neededGroups, type NeededEntry, type NeededGroup } from './needed-groups.ts';
import { UndecidedList } from './undecided-list.tsx';
import { useChoiceEffect } from './use-choice-effect.ts';
import './needed-list.css';

interface NeededListProps {
  readonly questions: readonly FactQuestion[];
  readonly needed: Answer<MethodOutput<'requirements.list'>>;
}

/**
 * What the choices so far ask for, by kind, with what the last one added and took away. It stands beside the questions;
 * in a narrow window it is a bar at the foot that opens.
 */
export function NeededList({ questions, needed }: NeededListProps) {
  const t = useText('category');
  const session = useSession();
  const isBeside = useMatches('(min-width: 1200px)');
  const [isUnfolded, setUnfolded] = useState(false);
  const effect = useChoiceEffect(needed);
  const { data, error, reload } = needed;
  if (error !== null) return <FailureNotice error={error} onRetry={reload} />;
  const all = data?.requirements ?? [];
  const open = all.filter((one) => isCounted(one) && one.status === 'open');
  const groups = neededGroups(all, effect);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const isShown = isBeside || isUnfolded;
  return (
    <aside className="needed" aria-labelledby="needed-title">
      <header className="needed-head">
        <div className="row-between">
          <h2 id="needed-title">
            {isBeside ? (
              t('needed.title')
            ) : (
              <button
                type="button"
                className="needed-fold"
                aria-expanded={isUnfolded}
                onClick={() => setUnfolded(!isUnfolded)}
              >
                {t('needed.title')}
              </button>
            )}
          </h2>
          {data === null ? null : (
            <p className="faint small">
              {t('needed.count', { count })}
              {open.length === 0 ? null : ` · ${t('needed.open', { count: open.length })}`}
            </p>
          )}
        </div>
        <p
          className={effect === null ? 'needed-effect' : 'needed-effect needed-effect-told'}
          aria-live="polite"
        >
          {effect === null ? (
            t('needed.hint')
          ) : (
            <>
              {t('effect.last')}
              <ChangesLine changes={effect} />
            </>
          )}
        </p>
      </header>
      {isShown ? (
        <div className="needed-body">
          {data === null ? <p className="soft">{t('needed.loading')}</p> : null}
          {groups.map((group) => (
            <Group key={group.kind} group={group} />
          ))}
          {open.length === 0 ? null : <UndecidedList open={open} questions={questions} />}
          <p>
            <a href={hrefOf({ page: 'dossier', dossier: session.id, step: 'requirements' })}>
              {t('needed.more')}
            </a>
          </p>
        </div>
      ) : null}
    </aside>
  );
}

/** What is asked for of one kind; statements, which are many, are folded. */
function Group({ group }: { readonly group: NeededGroup }) {
  const t = useText('category');
  const { kind, count, entries } = group;
  const list = (
    <ul>
      {entries.map((one) => (
        <Entry key={one.id} entry={one} />
      ))}
    </ul>
  );
  if (kind !== 'attestation') {
    return (
      <div className="needed-group">
        <h3>
          {t(`kind.${kind}`)} <span className="needed-count">{count}</span>
        </h3>
        {list}
      </div>
    );
  }
  const added = entries.filter((one) => one.mark === 'added').length;
  return (
    <details className="needed-group">
      <summary>
        {t(`kind.${kind}`)} <span className="needed-count">{count}</span>
        {added === 0 ? null : <span className="needed-mark">{t('needed.addedCount', { count: added })}</span>}
      </summary>
      <p className="faint small">{t('needed.statements', { count })}</p>
      {list}
    </details>
  );
}

/** One thing that is asked for, or was; it leads to its explanation. */
function Entry({ entry: { id, title, mark } }: { readonly entry: NeededEntry }) {
  const t = useText('category');
  const explain = useExplain();
  const { platform } = useSessionState().data.document;
  return (
    <li className={mark === null ? undefined : `needed-${mark}`} {...explainedBy([id], title)}>
      <button type="button" className="needed-entry" onClick={() => explain(id, platform)}>
        {mark === 'removed' ? <del>{title}</del> : title}
      </button>
      {mark === null ? null : <span className="needed-mark">{t(`needed.${mark}`)}</span>}
    </li>
  );
}
