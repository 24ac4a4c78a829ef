import { Button, Checkbox } from 'antd';
import { useMemo } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { Attestation } from '../../../main/contract/dossier.ts';
import { useLanguage } from '../../shell/language-context.tsx';
import { useText } from '../../text/use-text.ts';
import type { ScreenSpan } from './cut-screens.ts';
import { StatementRow } from './statement-row.tsx';
import { useStatementScreens } from './use-statement-screens.ts';

interface StatementTopicProps {
  readonly title: string;
  readonly statements: MethodOutput<'review.statements'>['topics'][number]['statements'];
  readonly attested: Readonly<Record<string, Attestation>>;
  readonly selected: ReadonlySet<string>;
  /** One of the statements on the screen that is shown. */
  readonly held: string | undefined;
  /** Whether the bar that confirms stands beside the statements and takes room from the screen. */
  readonly hasBarBeside: boolean;
  /** Another screen was asked for; this is its first statement. */
  readonly onTurn: (rule: string) => void;
  readonly onSelect: (rules: readonly string[], isOn: boolean) => void;
  readonly onWithdraw: (rule: string, title: string) => void;
  /** Leads to the next topic that is not done; absent where there is none. */
  readonly onGoOn?: () => void;
}

/**
 * The statements of one topic, as many at a time as fit the window with the bar that confirms them, a tick for all that are in sight,
 * and the ways to the other screens and to the next topic.
 */
export function StatementTopic(props: StatementTopicProps) {
  const t = useText('review');
  const { language } = useLanguage();
  const { title, statements, attested, selected, held, hasBarBeside, onTurn, onSelect, onWithdraw, onGoOn } =
    props;
  const hasNext = onGoOn !== undefined;
  const drawn = useMemo(
    () => ({ statements, attested, language, hasBarBeside, hasNext }),
    [statements, attested, language, hasBarBeside, hasNext],
  );
  const { listRef, spans, tallestPx } = useStatementScreens(drawn);
  const place = statements.findIndex(({ rule }) => rule === held);
  const screens: readonly ScreenSpan[] = spans ?? [[0, statements.length]];
  const at = Math.max(
    screens.findIndex(([start, end]) => start <= place && place < end),
    0,
  );
  const [start, end] = screens[at] ?? [0, 0];
  const shown = statements.slice(start, end);
  const open = shown.filter(({ rule }) => attested[rule] === undefined).map(({ rule }) => rule);
  const isAll = open.length > 0 && open.every((rule) => selected.has(rule));
  // While it is measured, the foot is as high as with several screens.
  const isCut = screens.length > 1 || (spans === null && statements.length > 1);
  const numbers = { topic: title, at: at + 1, of: screens.length };
  const turnTo = (screen: number): (() => void) => {
    const rule = statements[screens[screen]?.[0] ?? -1]?.rule;
    return () => (rule === undefined ? undefined : onTurn(rule));
  };
  return (
    <>
      <ul
        ref={listRef}
        className="statements"
        style={screens.length > 1 ? { minHeight: tallestPx } : {}}
        tabIndex={-1}
        aria-label={screens.length > 1 ? t('screenOf', numbers) : title}
      >
        {shown.map((statement) => (
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
      <div className="statements-foot">
        {open.length < 2 ? null : (
          <Checkbox
            checked={isAll}
            indeterminate={!isAll && open.some((rule) => selected.has(rule))}
            aria-label={
              screens.length > 1 ? t('selectScreenOf', numbers) : t('selectTopicOf', { topic: title })
            }
            onChange={(event) => onSelect(open, event.target.checked)}
          >
            {t(screens.length > 1 ? 'selectScreen' : 'selectTopic')}
          </Checkbox>
        )}
        <div className="statements-turn">
          {isCut ? (
            <>
              <Button
                disabled={at === 0}
                aria-label={t('screenPreviousOf', { topic: title })}
                onClick={turnTo(at - 1)}
              >
                {t('screenPrevious')}
              </Button>
              <span className="small statements-at">{t('screen', numbers)}</span>
              <Button
                disabled={at === screens.length - 1}
                aria-label={t('screenNextOf', { topic: title })}
                onClick={turnTo(at + 1)}
              >
                {t('screenNext')}
              </Button>
            </>
          ) : null}
          {onGoOn === undefined ? null : <Button onClick={onGoOn}>{t('topicGoOn')}</Button>}
        </div>
      </div>
    </>
  );
}
