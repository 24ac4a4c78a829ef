import type { LetterSummary } from '../../../main/contract/letters.ts';
import { useText } from '../../text/use-text.ts';
import { SlotFiles } from '../files/slot-files.tsx';
import type { Inspections } from '../files/use-inspections.ts';
import { StaleReasons } from './stale-reasons.tsx';

const words = {
  none: ['scanNone', 'scanNoneHint'],
  current: ['scanCurrent', null],
  outdated: ['scanOutdated', 'scanOutdatedHint'],
  unrecognised: ['scanUnrecognised', 'scanUnrecognisedHint'],
} as const;

interface LetterScanProps {
  readonly letter: LetterSummary;
  /** Whose document the scan becomes. */
  readonly requirement: string;
  readonly inspections: Inspections;
}

/** The signed scan of a letter: what it is, its files, and where to put it. */
export function LetterScan({ letter, requirement, inspections }: LetterScanProps) {
  const t = useText('letters');
  const [state, advice] = words[letter.scan];
  // Without the letter's data no scan can be recognised: what is missing is said above.
  const hint = letter.scan === 'unrecognised' && letter.state === 'missing-data' ? null : advice;
  return (
    <section className="letter-scan" aria-label={`${letter.title} · ${t('scanTitle')}`}>
      <div className="row">
        <h3>{t('scanTitle')}</h3>
        <span className={`letter-state letter-scan-${letter.scan}`}>{t(state)}</span>
      </div>
      {hint === null ? null : <p className="small soft">{t(hint)}</p>}
      <StaleReasons letter={letter} />
      {letter.scan === 'outdated' ? <p className="small soft">{t('scanReplaces')}</p> : null}
      <SlotFiles
        field={`documents.${requirement}`}
        label={t('scanDrop')}
        hint={t('scanDropHint')}
        inspections={inspections}
        shownByCard={[requirement]}
        replaces={letter.scan === 'outdated'}
      />
    </section>
  );
}
