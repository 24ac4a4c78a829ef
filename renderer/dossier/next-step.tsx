import { hrefOf } from '../shell/routes.ts';
import { useText, type Say } from '../text/use-text.ts';
import type { NextAction } from './step-states.ts';
import './next-step.css';

function wordsOf({ why, step, count }: NextAction, t: Say<'dossier'>): string {
  switch (why) {
    case 'provide':
      return step === 'company' || step === 'app' || step === 'files'
        ? t(`next.provide.${step}`, { count })
        : t('next.provide.other', { count });
    case 'confirm':
      return count === 0 ? t('next.confirm.rest') : t('next.confirm', { count });
    default:
      return t(`next.${why}`, { count });
  }
}

interface NextStepProps {
  readonly dossier: string;
  readonly action: NextAction;
}

/** The one thing to do next, as a link that leads there. */
export function NextStep({ dossier, action }: NextStepProps) {
  const t = useText('dossier');
  const { step, field } = action;
  const focus = field === undefined ? {} : { focus: field };
  return (
    <section className="next-step" aria-labelledby="next-step-title">
      <h2 id="next-step-title">{t('next.title')}</h2>
      <a href={hrefOf({ page: 'dossier', dossier, step, ...focus })}>{wordsOf(action, t)}</a>
    </section>
  );
}
