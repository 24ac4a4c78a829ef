import type { LaidOutDocument, PageItem } from '../../../main/contract/laid-out-document.ts';

export type TextItem = Extract<PageItem, { kind: 'text' }>;

export interface PageLine {
  readonly page: number;
  readonly baselineMm: number;
  readonly leftMm: number;
  readonly rightMm: number;
  readonly text: string;
}

export const widthOf = (item: TextItem): number => item.advancesMm.reduce((sum, advance) => sum + advance, 0);

/** The lines of the document's own text, top to bottom: what stands on one base line of a page together. */
export function linesOf(document: LaidOutDocument): readonly PageLine[] {
  return document.pages.flatMap(({ items }, page) => {
    const lines = new Map<string, PageLine>();
    for (const item of items) {
      if (item.kind !== 'text' || item.role !== 'body') continue;
      const key = item.baselineMm.toFixed(3);
      const before = lines.get(key);
      const right = item.xMm + widthOf(item);
      lines.set(key, {
        page,
        baselineMm: item.baselineMm,
        leftMm: Math.min(before?.leftMm ?? Infinity, item.xMm),
        rightMm: Math.max(before?.rightMm ?? -Infinity, right),
        text: (before?.text ?? '') + item.text,
      });
    }
    return [...lines.values()].toSorted((a, b) => a.baselineMm - b.baselineMm);
  });
}

/** A box on a page, in millimetres. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where an item's ink can be. */
export function boxOf(item: PageItem): Box {
  switch (item.kind) {
    case 'text': {
      const em = (item.sizePt * 25.4) / 72;
      const top = item.baselineMm - 0.88 * em;
      return { left: item.xMm, top, right: item.xMm + widthOf(item), bottom: top + em };
    }
    case 'line':
      return {
        left: Math.min(item.x1Mm, item.x2Mm),
        top: Math.min(item.y1Mm, item.y2Mm),
        right: Math.max(item.x1Mm, item.x2Mm),
        bottom: Math.max(item.y1Mm, item.y2Mm),
      };
    case 'matrix':
      return { left: item.xMm, top: item.yMm, right: item.xMm + item.sizeMm, bottom: item.yMm + item.sizeMm };
    case 'box':
    case 'ellipse':
      return {
        left: Math.max(item.xMm, (item.kind === 'ellipse' && item.clipLeftMm) || 0),
        top: item.yMm,
        right: item.xMm + item.widthMm,
        bottom: item.yMm + item.heightMm,
      };
  }
}

const slack = 0.01;

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - slack &&
  b.left < a.right - slack &&
  a.top < b.bottom - slack &&
  b.top < a.bottom - slack;

export const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack;

/** The type area of a letter. */
export const letterArea: Box = { left: 28, top: 37, right: 184, bottom: 262 };
