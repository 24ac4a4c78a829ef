import type { JudgedEntry, ZipRecord } from './refuse-entry.ts';

/** What of a directory's record says where the entry's bytes are. */
interface PlacedRecord extends ZipRecord {
  readonly relativeOffsetOfLocalHeader: number;
}

/** A local header's bytes without its name. */
const headerBytes = 30;

/**
 * Refuses entries whose bytes lie within those of another: no program writes such a zip, and bombs are made so, each entry quoting the next.
 * The directory alone decides; of two that share bytes the one that begins later is refused, of two that begin together the later listed.
 */
export function refuseOverlaps<R extends PlacedRecord>(
  judged: readonly JudgedEntry<R>[],
): readonly JudgedEntry<R>[] {
  const inPlace = [...judged].sort(
    (one, other) => one.entry.relativeOffsetOfLocalHeader - other.entry.relativeOffsetOfLocalHeader,
  );
  const overlapping = new Set<JudgedEntry<R>>();
  let end = 0;
  for (const one of inPlace) {
    const { relativeOffsetOfLocalHeader: start, fileNameRaw, compressedSize } = one.entry;
    if (start < end) overlapping.add(one);
    end = Math.max(end, start + headerBytes + fileNameRaw.length + compressedSize);
  }
  return judged.map((one) =>
    one.refusal === null && overlapping.has(one)
      ? {
          ...one,
          refusal: {
            fault: 'unsafe',
            why: {
              zh: '与另一个条目占用同一段数据，疑似压缩炸弹',
              en: 'its bytes lie within those of another entry, as in a zip bomb',
            },
          },
        }
      : one,
  );
}
