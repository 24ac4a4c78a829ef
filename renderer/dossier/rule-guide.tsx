import { useState } from 'react';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useExplain } from '../components/explain-panel.tsx';
import { useText } from '../text/use-text.ts';
import { useAllFieldRules } from './field-rules-context.tsx';
import { useFieldTitle } from './field-title.ts';
import type { FocusSubject } from './focus-subject.ts';
import { useSessionState } from './session-context.tsx';
import { useAnswer } from './use-answer.ts';
import './rule-guide.css';

interface GuidedRule {
  readonly id: string;
  readonly title?: string;
}

/** The rules about a field, or about the nearest field around it that has some. */
function rulesAbout(field: string, all: ReturnType<typeof useAllFieldRules>): readonly GuidedRule[] {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = all.get(parts.slice(0, length).join('.'));
    if (found !== undefined) return found.rules;
  }
  return [];
}

/** Explains the rules behind what has the focus: one in full, with its clauses and the day of each source, the others by name. */
export function RuleGuide({ subject }: { readonly subject: FocusSubject | null }) {
  const t = useText('guide');
  const titleOf = useFieldTitle();
  const { report } = useSessionState();
  const all = useAllFieldRules();
  const [chosen, setChosen] = useState<{ readonly of: string; readonly id: string } | null>(null);
  if (subject === null) return <p className="soft">{t('nothing')}</p>;
  const about = JSON.stringify(subject);
  const title = subject.kind === 'field' ? titleOf(subject.field) : subject.title;
  const rules: readonly GuidedRule[] =
    subject.kind === 'field' ? rulesAbout(subject.field, all) : subject.ids.map((id) => ({ id }));
  // What was found wrong comes before what merely applies.
  const found = report?.findings.find(
    ({ at, rule }) =>
      subject.kind === 'field' && at === subject.field && rules.some((one) => one.id === rule),
  )?.rule;
  const shown = chosen?.of === about ? chosen.id : (found ?? rules[0]?.id);
  return (
    <>
      <h3 className="guide-subject">{title}</h3>
      {shown === undefined ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <GuidedRuleText id={shown} under={title} />
      )}
      {rules.length < 2 ? null : (
        <details className="guide-more">
          <summary>{t('more', { count: rules.length - 1 })}</summary>
          <ul>
            {rules
              .filter((one) => one.id !== shown)
              .map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => setChosen({ of: about, id: one.id })}
                  >
                    {one.title ?? one.id}
                  </button>
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** One rule or clause: what it asks, what to do, and what it rests on. */
function GuidedRuleText({ id, under }: { readonly id: string; readonly under: string }) {
  const t = useText('guide');
  const explain = useExplain();
  const { platform } = useSessionState().data.document;
  const answer = useAnswer('rulebook.explain', { id, platform });
  const shown = answer.data?.id === id ? answer.data : null;
  if (answer.error !== null && !answer.isLoading) {
    return <FailureNotice error={answer.error} onRetry={answer.reload} />;
  }
  if (shown === null) return <p className="soft">{t('loading')}</p>;
  return (
    <article className="guide-rule">
      {shown.title === under ? null : <p className="guide-rule-title">{shown.title}</p>}
      {shown.paragraphs.map((paragraph, index) => (
        <section key={`${index} ${paragraph.heading}`}>
          <h4>{paragraph.heading}</h4>
          <p className="guide-text">{paragraph.text}</p>
        </section>
      ))}
      {shown.cites.length === 0 ? null : (
        <section>
          <h4>{t('cites')}</h4>
          <ul className="guide-cites">
            {shown.cites.map((clause) => (
              <li key={clause.id}>
                <button
                  type="button"
                  className="link-button mono"
                  onClick={() => explain(clause.id, shown.platform)}
                >
                  {clause.id}
                </button>
                <span className="faint">
                  {' '}
                  {clause.source}
                  {clause.dated === undefined
                    ? ` · ${t('undated')}`
                    : ` · ${t('dated', { date: clause.dated })}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
