import { navigate, steps, type Step } from '../shell/routes.ts';
import { useShortcut } from '../shell/shortcut-stack.ts';
import { useSession } from './session-context.tsx';

/** Alt with 1 to 8 leads to the steps of the dossier, in their order. */
export function useStepKeys(): void {
  const { id } = useSession();
  const go = (step: Step) => (): void => {
    navigate({ page: 'dossier', dossier: id, step });
    // The page of a step gives its heading the focus when nothing else holds it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const [category, requirements, company, app, letters, files, review, bundle] = steps;
  useShortcut(`step-${category}`, go(category));
  useShortcut(`step-${requirements}`, go(requirements));
  useShortcut(`step-${company}`, go(company));
  useShortcut(`step-${app}`, go(app));
  useShortcut(`step-${letters}`, go(letters));
  useShortcut(`step-${files}`, go(files));
  useShortcut(`step-${review}`, go(review));
  useShortcut(`step-${bundle}`, go(bundle));
}
