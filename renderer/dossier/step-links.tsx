import { hrefOf, steps, type Step } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';

interface StepLinksProps {
  readonly dossier: string;
  readonly step: Step;
}

/** The step before and the step after, at the foot of a step. */
export function StepLinks({ dossier, step }: StepLinksProps) {
  const t = useText('dossier');
  const place = steps.indexOf(step);
  const previous = steps[place - 1];
  const following = steps[place + 1];
  return (
    <div className="step-links">
      {previous === undefined ? null : (
        <a href={hrefOf({ page: 'dossier', dossier, step: previous })}>
          {t('previous', { step: t(`step.${previous}`) })}
        </a>
      )}
      {following === undefined ? null : (
        <a href={hrefOf({ page: 'dossier', dossier, step: following })}>
          {t('following', { step: t(`step.${following}`) })}
        </a>
      )}
    </div>
  );
}
