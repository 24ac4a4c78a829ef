import { Select } from 'antd';
import { useState } from 'react';
import type { TemplateSummary } from '../../main/contract/templates.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { ComparedLines } from './compared-lines.tsx';

interface TemplateCompareProps {
  readonly letter: string;
  readonly versions: TemplateSummary['versions'];
}

/** Two versions of a wording, chosen, beside what changed between them. */
export function TemplateCompare({ letter, versions }: TemplateCompareProps) {
  const t = useText('templates');
  const names = versions.map(({ origin, version }) => `${origin}:${version}`);
  const [from, setFrom] = useState(names[1] ?? names[0] ?? '');
  const [to, setTo] = useState(names[0] ?? '');
  const answer = useAnswer('templates.compare', names.length < 2 ? null : { letter, from, to });
  if (names.length < 2) return <p className="soft">{t('compare.onlyOne')}</p>;
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
