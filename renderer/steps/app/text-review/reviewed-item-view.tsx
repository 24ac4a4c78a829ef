import type { Passage, ReviewedItem, ReviewedPoint } from '../../../../main/contract/text-review.ts';
import { ClauseLinks } from '../../../components/clause-links.tsx';
import { hrefForField } from '../../../dossier/jump-to-field.ts';
import { useText } from '../../../text/use-text.ts';
import { PointMark } from './point-mark.tsx';

interface ReviewedItemViewProps {
  readonly item: ReviewedItem;
  readonly dossier: string;
  /** The point whose passages are marked in the text. */
  readonly chosen: string | null;
  readonly onSeek: (point: ReviewedPoint, passage: Passage) => void;
}

/** One item of the source: how it stands, its points with their passages, and who answers for it. */
export function ReviewedItemView({ item, dossier, chosen, onSeek }: ReviewedItemViewProps) {
  const t = useText('textReview');
  const { title, state, points, findings, statement } = item;
  const asked = points.filter((one) => one.state !== 'not-applicable');
  const spared = points.filter((one) => one.state === 'not-applicable');
  return (
    <section className="reviewed-item">
      <header className="row-between">
        <h3>{title}</h3>
        <PointMark state={state} />
      </header>
      {asked.length === 0 ? null : (
        <ul>
          {asked.map((point) => (
            <PointView
              key={point.id}
              point={point}
              dossier={dossier}
              isChosen={chosen === point.id}
              onSeek={(passage) => onSeek(point, passage)}
            />
          ))}
        </ul>
      )}
      {findings.map(({ rule, message }) => (
        <p key={JSON.stringify([rule, message])} className="small break reviewed-finding">
          {message}
        </p>
      ))}
      {spared.length === 0 ? null : (
        <p className="small faint">
          {t('spared', { titles: spared.map((one) => one.title).join(t('listComma')) })}
        </p>
      )}
      {statement === undefined ? null : (
        <p className="small soft">
          {statement.by === undefined
            ? t('statementWaits')
            : t('statementMade', { by: statement.by, on: statement.on ?? '' })}{' '}
          <a
            href={hrefForField(dossier, `attestations.${statement.rule}`)}
            aria-label={t('statementGoOf', { title })}
          >
            {t('statementGo')}
          </a>
        </p>
      )}
    </section>
  );
}

interface PointViewProps {
  readonly point: ReviewedPoint;
  readonly dossier: string;
  readonly isChosen: boolean;
  readonly onSeek: (passage: Passage) => void;
}

function PointView({ point, dossier, isChosen, onSeek }: PointViewProps) {
  const t = useText('textReview');
  const { title, state, passages, add, facts = [], advice, cites } = point;
  const [fact] = facts;
  return (
    <li className={isChosen ? 'reviewed-point reviewed-point-chosen' : 'reviewed-point'}>
      <p className="row-between">
        <span>
          {title} {advice ? <span className="small faint">{t('advice')}</span> : null}
        </span>
        <PointMark state={state} />
      </p>
      {passages.map((passage) => (
        <button
          key={passage.start}
          type="button"
          className="passage"
          aria-pressed={isChosen}
          onClick={() => onSeek(passage)}
        >
          <span className="visually-hidden">{t('seek')}</span>
          {passage.heading === null ? null : <span className="passage-heading">{passage.heading}</span>}
          <span className="passage-quote">{passage.quote.replaceAll(/\s+/g, ' ')}</span>
        </button>
      ))}
      {add === undefined ? null : <p className="small break reviewed-add">{t('add', { words: add })}</p>}
      {fact === undefined ? null : (
        <p className="small">
          <a href={hrefForField(dossier, `facts.${fact}`)}>{t('answer')}</a>
        </p>
      )}
      {state === 'missing' || state === 'unclear' ? <ClauseLinks cites={cites} /> : null}
    </li>
  );
}
