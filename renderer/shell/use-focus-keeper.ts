import { useEffect } from 'react';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])';

const isShown = (element: HTMLElement): boolean => element.checkVisibility();

/** What can take the focus in an element or is it, in order. */
function controlsOf(node: Node | null): readonly HTMLElement[] {
  if (!(node instanceof HTMLElement)) return [];
  const inside = [...node.querySelectorAll<HTMLElement>(focusable)];
  return (node.matches(focusable) ? [node, ...inside] : inside).filter(isShown);
}

/** The control nearest to a gap: after it, before it, then around it, up to `limit`. */
function nearest(
  parent: Node,
  before: Node | null,
  after: Node | null,
  limit: HTMLElement,
): HTMLElement | undefined {
  for (let node = after; node !== null; node = node.nextSibling) {
    const [first] = controlsOf(node);
    if (first !== undefined) return first;
  }
  for (let node = before; node !== null; node = node.previousSibling) {
    const last = controlsOf(node).at(-1);
    if (last !== undefined) return last;
  }
  if (parent === limit || parent.parentNode === null || !limit.contains(parent)) return undefined;
  return nearest(parent.parentNode, parent.previousSibling, parent.nextSibling, limit);
}

/**
 * Keeps the focus on the page: when what has it goes (a row is deleted) or can no longer take it (a button is switched
 * off), the control nearest to its place takes it. `rootId` names the part of the page that is watched.
 */
export function useFocusKeeper(rootId: string): void {
  useEffect(() => {
    const root = document.getElementById(rootId);
    if (root === null) return undefined;
    let last: HTMLElement | null = null;
    const onFocusIn = ({ target }: FocusEvent): void => {
      last = target instanceof HTMLElement && root.contains(target) ? target : null;
    };
    const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
    const watcher = new MutationObserver((changes) => {
      const held = last;
      if (held === null) return;
      if (held.isConnected) {
        if (!held.matches(':disabled') || !(isLost() || document.activeElement === held)) return;
        nearest(held.parentNode ?? root, held.previousSibling, held.nextSibling, root)?.focus();
        return;
      }
      if (!isLost()) return;
      const gap = changes.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(held)));
      if (gap === undefined || !gap.target.isConnected) return;
      last = null;
      nearest(gap.target, gap.previousSibling, gap.nextSibling, root)?.focus();
    });
    watcher.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', onFocusIn);
    return () => {
      watcher.disconnect();
      document.removeEventListener('focusin', onFocusIn);
    };
  }, [rootId]);
}
