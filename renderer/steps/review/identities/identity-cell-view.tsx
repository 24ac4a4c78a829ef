import type { IdentityCell, IdentityMatrix, IdentityState } from '../../../../main/contract/identity.ts';
import { StateMark, type Tone } from '../../../components/state-mark.tsx';
import { useText } from '../../../text/use-text.ts';
import { clarityOf } from '../../company/papers/confidence.ts';
import { differingPart, visibleSpaces } from './differing-part.ts';

const marks: Readonly<
  Record<Exclude<IdentityState, 'none'>, { readonly sign: string; readonly tone: Tone }>
> = {
  reference: { sign: '●', tone: 'soft' },
  same: { sign: '✓', tone: 'good' },
  spelling: { sign: '≈', tone: 'warn' },
  different: { sign: '≠', tone: 'bad' },
  'not-said': { sign: '–', tone: 'soft' },
  'not-read': { sign: '?', tone: 'soft' },
};

interface IdentityCellViewProps {
  readonly cell: IdentityCell;
  readonly source: IdentityMatrix['sources'][number];
  readonly row: IdentityMatrix['rows'][number];
  /** Where the value stands: a field or a file. */
  readonly href: string;
}

/** One value as a source has it: what differs is marked within it, and how it compares is said by sign and word. */
export function IdentityCellView({ cell, source, row, href }: IdentityCellViewProps) {
  const t = useText('identities');
  const { value, state, spellings, confidence, passage, page, note } = cell;
  if (state === 'none') {
    return (
      <td className="identity-none">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{t('stateNone')}</span>
      </td>
    );
  }
  const { sign, tone } = marks[state];
  const isOff = state === 'different' || state === 'spelling';
  const ways = spellings.map((one) => t(`spelling.${one}`)).join(t('listComma'));
  return (
    <td className={state === 'different' ? 'identity-different' : undefined}>
      {value === null ? null : (
        <a className="identity-value break" href={href}>
          {isOff && row.reference !== null ? <Differing value={value} reference={row.reference} /> : value}
          <span className="visually-hidden">{t('cellGo', { row: row.title, source: source.title })}</span>
        </a>
      )}
      <div className="identity-marks">
        <StateMark
          sign={sign}
          tone={tone}
          word={state === 'spelling' ? t('stateSpelling', { ways }) : t(`state.${state}`)}
        />
        {confidence === undefined ? null : (
          <span className="identity-machine small">
            {t('machine', { clarity: t(`clarity.${clarityOf(confidence)}`) })}
          </span>
        )}
        {page === undefined ? null : <span className="small faint">{t('page', { page: page + 1 })}</span>}
      </div>
      {note === undefined ? null : <p className="small soft">{note}</p>}
      {passage === undefined ? null : (
        <details className="identity-passage small">
          <summary>{t('passage')}</summary>
          <p className="break">{passage.quote}</p>
        </details>
      )}
    </td>
  );
}

function Differing({ value, reference }: { readonly value: string; readonly reference: string }) {
  const { before, part, after } = differingPart(value, reference);
  return (
    <>
      {before}
      {part === '' ? <mark aria-hidden="true">‸</mark> : <mark>{visibleSpaces(part)}</mark>}
      {after}
    </>
  );
}
