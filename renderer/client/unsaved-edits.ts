import type { QueuedEdit } from './save-queue.ts';

const key = (dossier: string): string => `yinqi.unsaved.${dossier}`;

/** Puts edits that were not yet confirmed aside in the page's own storage, or clears the place when there are none. */
export function putAside(dossier: string, edits: readonly QueuedEdit[]): void {
  try {
    if (edits.length === 0) localStorage.removeItem(key(dossier));
    else localStorage.setItem(key(dossier), JSON.stringify(edits));
  } catch {
    // A page without storage (private window, quota) still saves through the host: this is a second net.
  }
}

const isEdit = (value: unknown): value is QueuedEdit =>
  typeof value === 'object' && value !== null && 'path' in value && 'base' in value && 'value' in value;

/** Takes back what was put aside when the page was closed before the host could confirm it. */
export function takeBack(dossier: string): readonly QueuedEdit[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(dossier)) ?? '[]');
    localStorage.removeItem(key(dossier));
    return Array.isArray(found) ? found.filter(isEdit) : [];
  } catch {
    return [];
  }
}
