import { expect } from 'vitest';
import type { LaidOutDocument, PageItem } from '../../../main/contract/laid-out-document.ts';
import { boxOf, isInside, letterArea, overlap, type Box } from './page-lines.ts';

const paper: Box = { left: 0, top: 0, right: 210, bottom: 297 };

/** Where an item may stand: the document's own in the type area, what goes into a margin beside it, the rest on the paper. */
function expectInPlace(item: PageItem, area: Box): void {
  const box = boxOf(item);
  const what = JSON.stringify(item);
  if (item.kind === 'matrix') return expect(isInside(box, paper), what).toBe(true);
  switch (item.role) {
    case 'body':
    case 'guide':
      return expect(isInside(box, area), what).toBe(true);
    case 'margin':
      expect(isInside(box, { ...area, left: 5, right: 210 }), what).toBe(true);
      return expect(overlap(box, area), what).toBe(false);
    case 'edge':
      // The part of it that is on this page; the others have the rest.
      expect(box.left, what).toBeGreaterThan(area.right);
      expect(box.left, what).toBeLessThan(paper.right);
      return expect(isInside({ ...box, right: Math.min(box.right, paper.right) }, paper), what).toBe(true);
    case 'footer':
      expect(box.top, what).toBeGreaterThan(area.bottom);
      return expect(isInside(box, paper), what).toBe(true);
    case 'draft':
      return expect(isInside(box, paper), what).toBe(true);
  }
}

/** Everything of the document itself stays in the type area, and no two texts or codes cover each other. */
export function expectClean(document: LaidOutDocument, area = letterArea): void {
  for (const { items } of document.pages) {
    const solid = items.filter(
      (item) => (item.kind === 'text' && item.role !== 'draft') || item.kind === 'matrix',
    );
    for (const [index, item] of solid.entries()) {
      for (const other of solid.slice(index + 1)) {
        if (!overlap(boxOf(item), boxOf(other))) continue;
        expect.fail([item, other].map((one) => (one.kind === 'text' ? one.text : one.kind)).join(' | '));
      }
    }
    for (const item of items) expectInPlace(item, area);
  }
}
