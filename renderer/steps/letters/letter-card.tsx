import type { LetterSummary } from '../../../main/contract/letters.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { FindingList } from '../../components/finding-list.tsx';
import { explainedBy } from '../../dossier/focus-subject.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import type { Inspections } from '../files/use-inspections.ts';
import { LetterActions } from './letter-actions.tsx';
import { LetterDates } from './letter-dates.tsx';
import { LetterFields } from './letter-fields.tsx';
import { LetterForm } from './letter-form.tsx';
import { LetterScan } from './letter-scan.tsx';

interface LetterCardProps {
  readonly letter: LetterSummary;
  readonly inspections: Inspections;
}

/** One letter from its data to its signed scan. */
export function LetterCard({ letter, inspections }: LetterCardProps) {
  const t = useText('letters');
  const desk = useText('letterDesk');
  const session = useSession();
  const { report } = useSessionState();
  const { missingFields, unprintable, title, revision } = letter;
  const state =
    missingFields.length > 0 ? 'stateMissing' : unprintable.length > 0 ? 'stateUnprintable' : 'stateReady';
  const findings = (report?.findings ?? []).filter(({ at }) => at.startsWith(`letters.${letter.letter}`));
  return (
    <article
      className="letter-card"
      {...(letter.requirement === undefined ? {} : explainedBy([letter.requirement], title))}
      aria-labelledby={`letter-${letter.letter}`}
    >
      <header className="letter-head">
        <div className="row">
          <h2 id={`letter-${letter.letter}`}>{title}</h2>
          <span className={state === 'stateReady' ? 'letter-state letter-state-ready' : 'letter-state'}>
            {t(state)}
          </span>
          {letter.need === 'required' ? null : (
            <span className="letter-need">{t(`need.${letter.need}`)}</span>
          )}
          {letter.stale.length === 0 ? null : <span className="letter-state">{desk('stale.mark')}</span>}
          {revision === undefined ? null : <span className="small faint">{t('revision', { revision })}</span>}
        </div>
        <LetterActions letter={letter} />
      </header>
      {letter.need === 'required' ? null : <p className="small soft letters-lead">{letter.because}</p>}
      {missingFields.length === 0 ? null : (
        <div className="letter-missing">
          <p>
            <strong>{t('missingTitle')}</strong> <span className="small soft">{t('missingHint')}</span>
          </p>
          <ul className="letter-missing-fields">
            {missingFields.map(({ field, title: name }) => (
              <li key={field}>
                <a href={hrefForField(session.id, field)}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {unprintable.length === 0 ? null : (
        <div className="letter-missing">
          <p>
            <strong>{t('unprintableTitle')}</strong> {unprintable.map((one) => visible(one, t)).join(' ')}
          </p>
          <p className="small soft">{t('unprintableHint')}</p>
        </div>
      )}
      {findings.length === 0 ? null : <FindingList findings={findings} dossier={session.id} />}
      <div
        className={
          letter.requirement === undefined ? 'letter-columns letter-columns-alone' : 'letter-columns'
        }
      >
        <div className="stack">
          <LetterFields letter={letter} />
          <LetterDates letter={letter} />
          {letter.signing.length === 0 ? null : (
            <div>
              <h3>{desk('signing.title')}</h3>
              <ul className="small">
                {letter.signing.map(({ text, isSuggested }) => (
                  <li key={text}>
                    {text}
                    {isSuggested ? <span className="faint">{desk('signing.suggested')}</span> : null}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="letter-notice">
            <h3>{t('noticeTitle')}</h3>
            <p className="small">
              {desk(`wording.${letter.templateOrigin}`, { version: letter.templateVersion })}{' '}
              <a href={hrefOf({ page: 'templates', letter: letter.letter })}>{desk('wording.change')}</a>
            </p>
            {letter.templateFaults.length === 0 ? null : (
              <div className="small letter-fault">
                <p>{desk('wording.passedOver')}</p>
                {letter.templateFaults.map((fault) => (
                  <p key={fault} className="break">
                    {fault}
                  </p>
                ))}
              </div>
            )}
            <p className="small soft">{letter.notice}</p>
            <ClauseLinks cites={letter.cites} />
          </div>
          <LetterForm letter={letter} />
        </div>
        {letter.requirement === undefined ? null : (
          <LetterScan letter={letter} requirement={letter.requirement} inspections={inspections} />
        )}
      </div>
    </article>
  );
}

/** A character so that it can be seen: invisible ones by their code. */
function visible(character: string, t: ReturnType<typeof useText<'letters'>>): string {
  if (!/[\p{C}\p{Z}]/u.test(character)) return `「${character}」`;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return t('invisibleCharacter', { code });
}
