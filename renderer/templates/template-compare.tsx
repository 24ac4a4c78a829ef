import { Select } from 'antd';
import { useState } from 'react';
import type { TemplateSummary } from '../../main/contract/templates.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { ComparedLines } from './compared-lines.tsx';

interface TemplateCompareProps {
  /** What has the versions: a letter or a clause that letters share. */
  readonly of: { readonly letter: string } | { readonly clause: string };
  readonly versions: TemplateSummary['versions'];
}

/** Two versions of a wording, chosen, beside what changed between them. */
export function TemplateCompare({ of, versions }: TemplateCompareProps) {
  const t = useText('templates');
  const names = versions.map(({ origin, version }) => `${origin}:${version}`);
  // Until one is chosen: the newest and the one before it, also when a version is saved meanwhile.
  const [chosenFrom, setFrom] = useState<string | null>(null);
  const [chosenTo, setTo] = useState<string | null>(null);
  const from = chosenFrom ?? names[1] ?? names[0] ?? '';
  const to = chosenTo ?? names[0] ?? '';
  const isOne = names.length < 2;
  const ofLetter = useAnswer('templates.compare', isOne || !('letter' in of) ? null : { ...of, from, to });
  const ofClause = useAnswer('clauses.compare', isOne || !('clause' in of) ? null : { ...of, from, to });
  const answer = 'letter' in of ? ofLetter : ofClause;
  if (isOne) return <p className="soft">{t('compare.onlyOne')}</p>;
  const options = versions.map((one) => ({
    value: `${one.origin}:${one.version}`,
    label: t(`origin.${one.origin}`, { version: one.version }),
  }));
  const compared = answer.data;
  return (
    <section className="stack" aria-label={t('view.compare')}>
      <div className="row">
        <label htmlFor="compare-from">{t('compare.from')}</label>
        <Select
          id="compare-from"
          className="template-from"
          value={from}
          onChange={setFrom}
          options={options}
        />
        <label htmlFor="compare-to">{t('compare.to')}</label>
        <Select id="compare-to" className="template-from" value={to} onChange={setTo} options={options} />
      </div>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {compared === null ? null : (
        <>
          <p role="status">
            {compared.added + compared.removed === 0
              ? t('compare.same')
              : t('compare.count', { added: compared.added, removed: compared.removed })}
          </p>
          {compared.added + compared.removed === 0 ? null : <ComparedLines lines={compared.lines} />}
        </>
      )}
    </section>
  );
}
