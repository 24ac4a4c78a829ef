import { Radio } from 'antd';
import { useMemo, useState } from 'react';
import type { Passage, ReviewedPoint, ReviewedText } from '../../../../main/contract/text-review.ts';
import { FailureNotice } from '../../../components/failure-notice.tsx';
import { useSession } from '../../../dossier/session-context.tsx';
import { useAnswer } from '../../../dossier/use-answer.ts';
import { Sheet } from '../../../form/sheet.tsx';
import { useText } from '../../../text/use-text.ts';
import { countPoints, itemsToDo } from './points-in-order.ts';
import { ReviewedItemView } from './reviewed-item-view.tsx';
import { TextView } from './text-view.tsx';
import './text-review-panel.css';

/** Policy and agreement item by item: each passage that answers it, beside the text itself, or what to add. */
export function TextReviewPanel() {
  const t = useText('textReview');
  const session = useSession();
  const answer = useAnswer('texts.review', { dossier: session.id });
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = answer.data?.texts ?? [];
  const shown = texts.find(({ id }) => id === chosen) ?? texts.find(({ isRead }) => isRead) ?? texts[0];
  if (answer.data !== null && texts.length === 0) return null;
  return (
    <Sheet title={t('title')} lead={t('lead')}>
      {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
      {answer.data === null && answer.error === null ? <p className="soft">{t('loading')}</p> : null}
      {shown === undefined ? null : (
        <>
          <Radio.Group
            aria-label={t('choose')}
            optionType="button"
            value={shown.id}
            onChange={(event) => setChosen(String(event.target.value))}
            options={texts.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <TextWithItems key={shown.id} reviewed={shown} dossier={session.id} />
        </>
      )}
    </Sheet>
  );
}

interface Sought {
  readonly point: string;
  readonly passage: Passage;
}

interface TextWithItemsProps {
  readonly reviewed: ReviewedText;
  readonly dossier: string;
}

const none: readonly Passage[] = [];

function TextWithItems({ reviewed, dossier }: TextWithItemsProps) {
  const t = useText('textReview');
  const [filter, setFilter] = useState<'all' | 'todo' | null>(null);
  const [sought, setSought] = useState<Sought | null>(null);
  const { items, text, title, path, isRead, why } = reviewed;
  const counts = countPoints(reviewed);
  const todo = useMemo(() => itemsToDo(items), [items]);
  // What the text says now; a passage of an older reading is let go.
  const passages =
    items.flatMap(({ points }) => points).find(({ id }) => id === sought?.point)?.passages ?? none;
  const isTodo = (filter ?? (todo.length > 0 ? 'todo' : 'all')) === 'todo';
  const seek = (point: ReviewedPoint, passage: Passage): void =>
    setSought({ point: point.id, passage: { ...passage } });
  if (!isRead) {
    return (
      <p className="break">{path === null ? t('noFile', { title }) : (why ?? t('notRead', { title }))}</p>
    );
  }
  return (
    <>
      <div className="row-between">
        <p role="status">
          {t('summary', { found: counts.found, missing: counts.missing, unclear: counts.unclear })}
          {counts.open === 0 ? null : ` ${t('summaryOpen', { count: counts.open })}`}
        </p>
        <Radio.Group
          aria-label={t('filterLabel')}
          optionType="button"
          size="small"
          value={isTodo ? 'todo' : 'all'}
          onChange={(event) => setFilter(event.target.value === 'todo' ? 'todo' : 'all')}
          options={[
            { value: 'todo', label: t('filterTodo') },
            { value: 'all', label: t('filterAll') },
          ]}
        />
      </div>
      <div className="text-review">
        <div className="reviewed-items">
          {isTodo && todo.length === 0 ? <p className="soft">{t('nothingToDo')}</p> : null}
          {(isTodo ? todo : items).map((item) => (
            <ReviewedItemView
              key={item.id}
              item={item}
              dossier={dossier}
              chosen={sought?.point ?? null}
              onSeek={seek}
            />
          ))}
        </div>
        <TextView
          title={t('wholeText', { title })}
          text={text}
          passages={passages}
          sought={sought?.passage ?? null}
        />
      </div>
    </>
  );
}
