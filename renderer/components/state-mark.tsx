import './state-mark.css';

export type Tone = 'good' | 'warn' | 'bad' | 'soft';

interface StateMarkProps {
  /** One character; said by the word too. */
  readonly sign: string;
  readonly word: string;
  readonly tone: Tone;
}

/** How something stands, by sign and word; never colour alone. */
export function StateMark({ sign, word, tone }: StateMarkProps) {
  return (
    <span className={`state-mark state-mark-${tone}`}>
      <span className="state-mark-sign" aria-hidden="true">
        {sign}
      </span>
      {word}
    </span>
  );
}
