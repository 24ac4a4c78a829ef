import type { HomeView } from './find-dossiers.ts';

/** The list as it is first looked at. */
export const firstView: HomeView = { query: '', platform: '', shelf: 'in-use', order: 'changed' };

let view = firstView;
let scrollPx = 0;

/** How the list was looked at last, and how far down, while the page is open: whoever comes back from a dossier stands where they were. */
export const rememberedView = (): { readonly view: HomeView; readonly scrollPx: number } => ({
  view,
  scrollPx,
});

/** Keeps how the list is looked at. */
export function rememberView(next: HomeView): void {
  view = next;
}

/** Keeps how far down the list was left. */
export function rememberScroll(px: number): void {
  scrollPx = px;
}
