import type { PointState } from '../../../../main/contract/text-review.ts';
import { StateMark, type Tone } from '../../../components/state-mark.tsx';
import { useText } from '../../../text/use-text.ts';

const marks: Readonly<Record<PointState, { readonly sign: string; readonly tone: Tone }>> = {
  found: { sign: '✓', tone: 'good' },
  unclear: { sign: '?', tone: 'warn' },
  missing: { sign: '✗', tone: 'bad' },
  'not-applicable': { sign: '–', tone: 'soft' },
  open: { sign: '○', tone: 'warn' },
  person: { sign: '◐', tone: 'soft' },
  'not-checked': { sign: '–', tone: 'soft' },
};

/** How a point or an item of a text stands. */
export function PointMark({ state }: { readonly state: PointState }) {
  const t = useText('textReview');
  return <StateMark {...marks[state]} word={t(`state.${state}`)} />;
}
