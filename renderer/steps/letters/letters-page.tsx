import { FailureNotice } from '../../components/failure-notice.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { useFocusField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { useAnswer } from '../../dossier/use-answer.ts';
import { useText } from '../../text/use-text.ts';
import { useInspections } from '../files/use-inspections.ts';
import { FilingPanel } from './filing-panel.tsx';
import { LetterCard } from './letter-card.tsx';
import { LettersTools } from './letters-tools.tsx';
import { Notices } from './notices.tsx';
import { PrintOptionsProvider } from './print-options.tsx';
import { SigningSteps } from './signing-steps.tsx';
import './letters.css';

/** The step where letters are previewed, printed, signed, stamped, scanned and filed. */
export function LettersPage() {
  const t = useText('letters');
  const session = useSession();
  const answer = useAnswer('letters.list', { dossier: session.id });
  const inspections = useInspections();
  useFocusField();
  const all = answer.data?.letters ?? [];
  const letters = all.filter(({ need }) => need !== 'notice');
  return (
    <PrintOptionsProvider>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="letters-page">
        {answer.error === null ? null : <FailureNotice error={answer.error} onRetry={answer.reload} />}
        {answer.data === null && answer.error === null ? <p className="soft">{t('loading')}</p> : null}
        {all.length === 0 ? null : <LettersTools letters={all} />}
        {answer.data !== null && letters.length === 0 ? <p className="soft">{t('empty')}</p> : null}
        <div className="stack">
          {letters
            .toSorted((a, b) => Number(b.need === 'required') - Number(a.need === 'required'))
            .map((letter) => (
              <LetterCard key={letter.letter} letter={letter} inspections={inspections} />
            ))}
        </div>
        <Notices notices={all.filter(({ need }) => need === 'notice')} inspections={inspections} />
        {all.length === 0 ? null : (
          <>
            <FilingPanel letters={all} />
            <SigningSteps />
          </>
        )}
      </div>
    </PrintOptionsProvider>
  );
}
