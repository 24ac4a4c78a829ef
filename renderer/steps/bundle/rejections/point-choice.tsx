import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { LikelyClauseView, RejectionSearch } from '../../../../main/contract/rejections.ts';
import { ClauseLinks } from '../../../components/clause-links.tsx';
import { useText } from '../../../text/use-text.ts';
import { MarkedText } from './marked-text.tsx';

const atFirst = 3;

interface PointChoiceProps {
  readonly number: number;
  readonly point: RejectionSearch['points'][number];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (clause: string, isOn: boolean) => void;
}

/** One point of the reviewer's words, with the clauses that it may rest on, to be picked. */
export function PointChoice({ number, point, picked, onPick }: PointChoiceProps) {
  const t = useText('history');
  const [isWhole, setWhole] = useState(false);
  const { words, clauses } = point;
  const shown = isWhole ? clauses : clauses.slice(0, atFirst);
  return (
    <fieldset className="point-choice">
      <legend className="break">{t('point', { number, words })}</legend>
      {clauses.length === 0 ? <p>{t('noClause')}</p> : null}
      <ul>
        {shown.map((one) => (
          <li key={one.clause} className="likely-clause">
            <Checkbox
              checked={picked.has(one.clause)}
              aria-label={t('pickClause', { clause: one.clause })}
              onChange={(event) => onPick(one.clause, event.target.checked)}
            >
              <Gist clause={one} />
            </Checkbox>
            <Evidence clause={one} />
          </li>
        ))}
      </ul>
      {shown.length === clauses.length ? null : (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('moreClauses', { count: clauses.length - shown.length })}
        </Button>
      )}
    </fieldset>
  );
}

function Gist({ clause: { gist, evidence } }: { readonly clause: LikelyClauseView }) {
  const found = evidence.find(({ from, text }) => from === 'clause' && text === gist);
  return <MarkedText text={gist} spans={found?.spans ?? []} />;
}

function Evidence({
  clause: { clause, source, rules, also, evidence },
}: {
  readonly clause: LikelyClauseView;
}) {
  const t = useText('history');
  const [rule] = rules;
  const texts = evidence.filter(({ from }) => from !== 'clause').slice(0, 2);
  return (
    <div className="likely-evidence small soft">
      <div className="row">
        <span>{source}</span>
        <ClauseLinks cites={[clause]} />
        {rule === undefined ? null : <span>{t('fromRule', { title: rule.title })}</span>}
      </div>
      {texts.map(({ text, spans }) => (
        <p key={text} className="break">
          <MarkedText text={text} spans={spans} />
        </p>
      ))}
      {also.length === 0 ? null : <p>{t('also', { ids: also.join('、') })}</p>}
    </div>
  );
}
