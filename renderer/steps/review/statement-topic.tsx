import { Button, Checkbox } from 'antd';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { Attestation } from '../../../main/contract/dossier.ts';
import { useText } from '../../text/use-text.ts';
import { StatementRow } from './statement-row.tsx';

interface StatementTopicProps {
  readonly title: string;
  readonly statements: MethodOutput<'review.statements'>['topics'][number]['statements'];
  readonly attested: Readonly<Record<string, Attestation>>;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (rules: readonly string[], isOn: boolean) => void;
  readonly onWithdraw: (rule: string, title: string) => void;
  /** Leads to the next topic that is not done; absent where there is none. */
  readonly onGoOn?: () => void;
}

/** The statements of one topic, a tick for all of them, and the way to the next topic. */
export function StatementTopic(props: StatementTopicProps) {
  const t = useText('review');
  const { title, statements, attested, selected, onSelect, onWithdraw, onGoOn } = props;
  const open = statements.filter(({ rule }) => attested[rule] === undefined).map(({ rule }) => rule);
  const isAll = open.length > 0 && open.every((rule) => selected.has(rule));
  return (
    <>
      <ul className="statements">
        {statements.map((statement) => (
          <StatementRow
            key={statement.rule}
            statement={statement}
            attested={attested[statement.rule]}
            isSelected={selected.has(statement.rule)}
            onSelect={(isOn) => onSelect([statement.rule], isOn)}
            onWithdraw={() => onWithdraw(statement.rule, statement.title)}
          />
        ))}
      </ul>
      <div className="row-between statements-foot">
        {open.length < 2 ? (
          <span />
        ) : (
          <Checkbox
            checked={isAll}
            indeterminate={!isAll && open.some((rule) => selected.has(rule))}
            aria-label={t('selectTopicOf', { topic: title })}
            onChange={(event) => onSelect(open, event.target.checked)}
          >
            {t('selectTopic')}
          </Checkbox>
        )}
        {onGoOn === undefined ? null : <Button onClick={onGoOn}>{t('topicGoOn')}</Button>}
      </div>
    </>
  );
}
