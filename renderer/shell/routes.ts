import { useSyncExternalStore } from 'react';

/** The steps of a dossier, in order. */
export const steps = [
  'category',
  'requirements',
  'company',
  'app',
  'letters',
  'files',
  'review',
  'bundle',
] as const;
export type Step = (typeof steps)[number];

/** Where the user stands. `focus` is a dotted field to scroll to and focus. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'dossier'; readonly dossier: string; readonly step: Step; readonly focus?: string }
  /** The wordings of letters; `letter` is the one that is open. */
  | { readonly page: 'templates'; readonly letter?: string }
  /** The platform's own form of one letter. */
  | { readonly page: 'forms'; readonly letter: string }
  /** One of the clauses that letters share. */
  | { readonly page: 'clauses'; readonly clause: string }
  /** What is kept on this computer, retention, hand-over and merging. */
  | { readonly page: 'data' }
  /** Companies and people that are kept for all dossiers; one of them when it is named. */
  | { readonly page: 'companies'; readonly company?: string }
  | { readonly page: 'people'; readonly person: string }
  | { readonly page: 'unknown' };

const isStep = (text: string): text is Step => steps.some((step) => step === text);

/** A part of an address as text; null where it is not well encoded. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Reads a hash such as `#/dossier/a1/app?focus=app.name`. A dossier without a step opens at its first. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'home' };
  if (parts[0] === 'data' && parts.length === 1) return { page: 'data' };
  if (parts[0] === 'templates' && parts.length <= 2) {
    const letter = decoded(parts[1] ?? '');
    if (letter === null) return { page: 'unknown' };
    return letter === '' ? { page: 'templates' } : { page: 'templates', letter };
  }
  if (parts[0] === 'companies' && parts.length <= 2) {
    const company = decoded(parts[1] ?? '');
    if (company === null) return { page: 'unknown' };
    return company === '' ? { page: 'companies' } : { page: 'companies', company };
  }
  if (parts[0] === 'people' && parts.length === 2) {
    const person = decoded(parts[1] ?? '');
    return person === null ? { page: 'unknown' } : { page: 'people', person };
  }
  if (parts[0] === 'forms' && parts.length === 2) {
    const letter = decoded(parts[1] ?? '');
    return letter === null ? { page: 'unknown' } : { page: 'forms', letter };
  }
  if (parts[0] === 'clauses' && parts.length === 2) {
    const clause = decoded(parts[1] ?? '');
    return clause === null ? { page: 'unknown' } : { page: 'clauses', clause };
  }
  const [page, id = '', step = 'category', ...rest] = parts;
  const dossier = decoded(id);
  if (page !== 'dossier' || dossier === null || dossier === '' || !isStep(step) || rest.length > 0) {
    return { page: 'unknown' };
  }
  const focus = new URLSearchParams(query).get('focus');
  return { page: 'dossier', dossier, step, ...(focus === null || focus === '' ? {} : { focus }) };
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  if (route.page === 'templates') {
    return route.letter === undefined ? '#/templates' : `#/templates/${encodeURIComponent(route.letter)}`;
  }
  if (route.page === 'data') return '#/data';
  if (route.page === 'forms') return `#/forms/${encodeURIComponent(route.letter)}`;
  if (route.page === 'clauses') return `#/clauses/${encodeURIComponent(route.clause)}`;
  if (route.page === 'companies') {
    return route.company === undefined ? '#/companies' : `#/companies/${encodeURIComponent(route.company)}`;
  }
  if (route.page === 'people') return `#/people/${encodeURIComponent(route.person)}`;
  if (route.page !== 'dossier') return '#/';
  const query = route.focus === undefined ? '' : `?${new URLSearchParams({ focus: route.focus }).toString()}`;
  return `#/dossier/${encodeURIComponent(route.dossier)}/${route.step}${query}`;
}

/** Goes to a route; `replace` leaves no entry to go back to. */
export function navigate(route: Route, options: { readonly replace?: boolean } = {}): void {
  const href = hrefOf(route);
  if (options.replace === true) window.location.replace(href);
  else window.location.hash = href;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

let lastHash: string | null = null;
let lastRoute: Route = { page: 'home' };

/** The same object for the same hash, as useSyncExternalStore wants it. */
function currentRoute(): Route {
  const { hash } = window.location;
  if (hash !== lastHash) {
    lastHash = hash;
    lastRoute = routeOf(hash);
  }
  return lastRoute;
}

/** Where the user stands; redraws when the address changes. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
