import { useEffect } from 'react';
import { hrefOf, useRoute, type Route, type Step } from '../shell/routes.ts';

/** Fields that are dropped as files, not typed. */
const isFileField = (field: string): boolean =>
  /^(documents\.|company\.logo$|app\.(logo|previews)(\.|$))/.test(field);

/** The step where a dotted field is edited; files that are no field stand among the files. */
export function stepOfField(field: string): Step {
  if (isFileField(field)) return 'files';
  const [area = ''] = field.split('.');
  switch (area) {
    case 'platform':
    case 'track':
    case 'categories':
    case 'applicant':
    case 'facts':
      return 'category';
    case 'company':
    case 'parties':
      return 'company';
    case 'app':
      return 'app';
    case 'letters':
      return 'letters';
    case 'attestations':
      return 'review';
    case 'rejections':
      return 'bundle';
    default:
      return 'files';
  }
}

/** The route to a field of a dossier, with the focus on it. */
export const routeForField = (dossier: string, field: string): Route => ({
  page: 'dossier',
  dossier,
  step: stepOfField(field),
  focus: field,
});

/** The address where a field (`app.name`, `documents.business-licence`) or a file of a dossier is edited. */
export const hrefForField = (dossier: string, field: string): string => hrefOf(routeForField(dossier, field));

const focusable =
  'input, textarea, select, button, a[href], [tabindex]:not([tabindex="-1"]), [role="combobox"]';

/** The element of a field: `field-app.name`, or of the nearest field around it (`field-app.permissions` for an item). */
function elementOf(field: string): HTMLElement | null {
  const parts = field.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const element = document.getElementById(`field-${parts.slice(0, length).join('.')}`);
    if (element !== null) return element;
  }
  return null;
}

/** Scrolls to a field and focuses it, or the first control inside it. False while it is not on the page. */
export function showField(field: string): boolean {
  const element = elementOf(field);
  if (element === null) return false;
  const chosen = element.querySelector<HTMLElement>('input:checked');
  const control = element.matches(focusable)
    ? element
    : (chosen ?? element.querySelector<HTMLElement>(focusable));
  element.scrollIntoView({ block: 'center' });
  (control ?? element).focus({ preventScroll: true });
  return true;
}

/**
 * Focuses the field of the address once it is on the page: pages call it, and mark controls with the id
 * `field-<dotted field>`. Waits for what is still loading, at most four seconds.
 */
export function useFocusField(): void {
  const route = useRoute();
  const focus = route.page === 'dossier' ? route.focus : undefined;
  useEffect(() => {
    if (focus === undefined || showField(focus)) return undefined;
    const watcher = new MutationObserver(() => {
      if (showField(focus)) watcher.disconnect();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    const timer = window.setTimeout(() => watcher.disconnect(), 4000);
    return () => {
      watcher.disconnect();
      window.clearTimeout(timer);
    };
  }, [focus]);
}
