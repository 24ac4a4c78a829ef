import { Button, Drawer } from 'antd';
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useFocusReturn } from '../components/use-focus-return.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { useLanguage } from '../shell/language-context.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import type { Step } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DossierHeader } from './dossier-header.tsx';
import { FieldRulesProvider } from './field-rules-context.tsx';
import { LettersProvider, useLetters } from './letters-context.tsx';
import { NextStep } from './next-step.tsx';
import { SessionProvider, useSession, useSessionState } from './session-context.tsx';
import { StepLinks } from './step-links.tsx';
import { stepPages } from './step-page.tsx';
import { nextAction, stepStates } from './step-states.ts';
import { TaskList } from './task-list.tsx';
import { useFocusSubject } from './focus-subject.ts';
import { RuleGuide } from './rule-guide.tsx';
import { useGuide } from './use-guide.ts';
import { useStepKeys } from './use-step-keys.ts';
import { useOpenSession } from './use-open-session.ts';
import './dossier-page.css';

interface DossierPageProps {
  readonly dossier: string;
  readonly step: Step;
}

/** One dossier: its steps at the side, the step of the address beside them. */
export function DossierPage({ dossier, step }: DossierPageProps) {
  const [attempt, setAttempt] = useState(0);
  return (
    <OpenDossier
      key={attempt}
      dossier={dossier}
      step={step}
      onRetry={() => setAttempt((count) => count + 1)}
    />
  );
}

interface OpenDossierProps extends DossierPageProps {
  readonly onRetry: () => void;
}

function OpenDossier({ dossier, step, onRetry }: OpenDossierProps) {
  const t = useText('dossier');
  const { session, error } = useOpenSession(dossier);
  if (error !== null) {
    return (
      <>
        <PageHeading title={t('missing.title')} />
        <div className="stack">
          <FailureNotice error={error} onRetry={onRetry} />
          <div>
            <Button href="#/">{t('missing.home')}</Button>
          </div>
        </div>
      </>
    );
  }
  if (session === null) return <p className="soft">{t('loading')}</p>;
  return (
    <SessionProvider session={session}>
      <LettersProvider>
        <FieldRulesProvider>
          <DossierFrame step={step} />
        </FieldRulesProvider>
      </LettersProvider>
      <ConflictDialog />
    </SessionProvider>
  );
}

function DossierFrame({ step }: { readonly step: Step }) {
  const t = useText('dossier');
  const guideText = useText('guide');
  const session = useSession();
  const { language } = useLanguage();
  const { data, report, reportError, isCheckStopped } = useSessionState();
  const { letters } = useLetters();
  const { document: shown } = data;
  const progressed = useMemo(
    () => (report === null ? null : { document: shown, report, letters }),
    [shown, report, letters],
  );
  const states = useMemo(() => (progressed === null ? null : stepStates(progressed)), [progressed]);
  const action = useMemo(() => (progressed === null ? null : nextAction(progressed)), [progressed]);
  usePageTitle(`${t(`step.${step}`)} · ${shown.app?.name ?? t('unnamed.app')}`);
  const reported = useRef(language);
  useEffect(() => {
    if (reported.current === language) return;
    reported.current = language;
    session.refreshReport();
  }, [session, language]);
  useStepKeys();
  const guide = useGuide(step);
  const subject = useFocusSubject('step', step);

  const Page = stepPages[step];
  return (
    <>
      <DossierHeader guide={guide} />
      <div className="dossier-layout">
        <aside className="dossier-side">
          <TaskList dossier={session.id} current={step} states={states} isCheckStopped={isCheckStopped} />
          {action === null ? null : <NextStep dossier={session.id} action={action} />}
        </aside>
        <div className="dossier-main" id="step">
          {reportError === null ? null : (
            <div className="dossier-report-error">
              <p className="small">{t('report.failed')}</p>
              <FailureNotice error={reportError} onRetry={() => session.refreshReport()} />
            </div>
          )}
          <Suspense fallback={<p className="soft">{t('loading')}</p>}>
            <StepTop key={step} />
            <Page />
          </Suspense>
          <StepLinks dossier={session.id} step={step} />
        </div>
        {guide.isOpen && guide.isBeside ? (
          <aside className="dossier-guide" aria-labelledby="guide-title" tabIndex={0}>
            <header>
              <h2 id="guide-title">{guideText('title')}</h2>
              <Button size="small" type="text" onClick={() => guide.setOpen(false)}>
                {guideText('close')}
              </Button>
            </header>
            <RuleGuide subject={subject} />
          </aside>
        ) : null}
      </div>
      {guide.isOpen && !guide.isBeside ? (
        <GuideDrawer onClose={() => guide.setOpen(false)}>
          <RuleGuide subject={subject} />
        </GuideDrawer>
      ) : null}
    </>
  );
}

interface GuideDrawerProps {
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The guide over the step, where there is no room beside it. */
function GuideDrawer({ onClose, children }: GuideDrawerProps) {
  const t = useText('guide');
  useFocusReturn();
  return (
    <Drawer open onClose={onClose} size={400} title={t('title')} closable={{ 'aria-label': t('close') }}>
      {children}
    </Drawer>
  );
}

/** Shows a step from its top, before the step itself shows the field of the address. */
function StepTop() {
  useEffect(() => {
    // Braces: what scrollTo answers in newer browsers is no clean-up.
    window.scrollTo({ top: 0 });
  }, []);
  return null;
}
