import type {
  PaperKind,
  Particular,
  PictureBox,
  PrintedPiece,
  ReadParticular,
} from '../../contract/read-paper.ts';
import { matchLabel } from './match-label.ts';
import { findIdentityNumber, mendCreditCode } from './mend-code.ts';
import { otherLabels, paperLabels, type PaperLabel } from './paper-labels.ts';
import { tidyPrint } from './tidy-print.ts';
import { isUnlimited, readDays } from './read-days.ts';
import { boxAround, rowsOf, type Row } from './rows.ts';
import { splitAtLabels } from './split-at-labels.ts';

/** A labelled value as it stands on the page, before its shape is looked at. */
interface Labelled {
  readonly label: PaperLabel;
  readonly text: string;
  readonly confidence: number;
  readonly box: PictureBox;
}

/** Particulars of one page, by their printed labels: what stands after or right of the label, and lines below that carry it on. */
export function readParticulars(
  pieces: readonly PrintedPiece[],
  kind: PaperKind,
  page: number,
): readonly ReadParticular[] {
  const labels = paperLabels.filter(({ papers }) => papers.includes(kind));
  const words = [...labels.flatMap((label) => label.labels), ...otherLabels];
  const rows = rowsOf(
    mendShortLabels(
      pieces.flatMap((piece) => splitAtLabels(piece, words)),
      labels,
    ),
  );
  const found = rows.flatMap((row, index) => labelledIn(row, rows.slice(index + 1), labels));
  const particulars = found.flatMap((one) => shaped(one, page));
  const unlabelled = codesAnywhere(pieces, kind, page).filter(
    ({ particular }) => !particulars.some((one) => one.particular === particular && one.isVerified),
  );
  const first = new Map<Particular, ReadParticular>();
  for (const one of [...particulars, ...unlabelled]) {
    const earlier = first.get(one.particular);
    if (earlier === undefined || (one.isVerified && !earlier.isVerified)) first.set(one.particular, one);
  }
  return [...first.values()];
}

/**
 * Labels of two characters are spaced out so far that a machine loses one of them: a short piece that stands under other labels and
 * holds the other one is taken for the label.
 */
function mendShortLabels(
  pieces: readonly PrintedPiece[],
  labels: readonly PaperLabel[],
): readonly PrintedPiece[] {
  const known = pieces.filter((piece) => startsWithLabel(piece.text, labels) !== null);
  const short = labels.flatMap((label) => label.labels).filter((words) => [...words].length === 2);
  const isMissing = (words: string): boolean =>
    !known.some((piece) => matchLabel(piece.text, words) !== null);
  const missing = short.filter(isMissing);
  return pieces.map((piece) => {
    if (startsWithLabel(piece.text, labels) !== null || [...piece.text].length > 4) return piece;
    const words = missing.find((two) => [...two].some((one) => piece.text.includes(one)));
    const isUnderLabels =
      known.filter(
        ({ box }) =>
          box.leftPx - piece.box.leftPx <= box.heightPx && piece.box.leftPx - box.leftPx <= 4 * box.heightPx,
      ).length >= 2;
    return words !== undefined && isUnderLabels ? { ...piece, text: words } : piece;
  });
}

const startsWithLabel = (text: string, labels: readonly PaperLabel[]) => {
  for (const label of labels) {
    for (const words of label.labels) {
      const match = matchLabel(text, words);
      if (match !== null) return { label, ...match };
    }
  }
  return null;
};

const isOtherLabel = (text: string): boolean => otherLabels.some((words) => matchLabel(text, words) !== null);

function labelledIn(row: Row, below: readonly Row[], labels: readonly PaperLabel[]): readonly Labelled[] {
  return row.flatMap((piece, index): readonly Labelled[] => {
    const match = startsWithLabel(piece.text, labels);
    if (match === null) return [];
    const own = piece.text.slice(match.valueAt).trim();
    const next: PrintedPiece[] = [];
    for (const other of row.slice(index + 1)) {
      if (startsWithLabel(other.text, labels) !== null || isOtherLabel(other.text)) break;
      next.push(other);
    }
    const reach = own === '' ? mostLabelGap : mostWordGap;
    const near = next.filter((other) => isClose(piece.box, other.box, reach));
    const beside = own === '' && near.length === 0 ? rightBelow(piece, below, labels) : near;
    const values = own === '' ? beside : [piece, ...beside];
    const [first, ...rest] = values;
    if (first === undefined) return [];
    const valueLeft = own === '' ? first.box.leftPx : leftOf(piece, match.valueAt);
    const more = match.label.value === 'text' ? linesBelow(valueLeft, piece.box, below, labels) : [];
    const all: readonly [PrintedPiece, ...PrintedPiece[]] = [first, ...rest, ...more];
    const text = [
      ...(own === '' ? [] : [own]),
      ...beside.map((one) => one.text),
      ...more.map((one) => one.text),
    ].join(' ');
    const boxes: [PictureBox, ...PictureBox[]] = [all[0].box, ...all.slice(1).map((one) => one.box)];
    const around = boxAround(boxes);
    // Only the value is shown, not the label that the same piece begins with.
    const box =
      own === ''
        ? around
        : { ...around, leftPx: valueLeft, widthPx: around.leftPx + around.widthPx - valueLeft };
    return [{ label: match.label, text, confidence: Math.min(...all.map((one) => one.confidence)), box }];
  });
}

/** About where a character of a piece stands. */
const leftOf = ({ text, box }: PrintedPiece, at: number): number =>
  Math.min(
    box.leftPx + box.widthPx - 1,
    Math.round(box.leftPx + (box.widthPx * at) / Math.max(1, text.length)),
  );

/** A value stands at most so many heights right of its label, and its next part so many right of it. */
const mostLabelGap = 15;
const mostWordGap = 4;

const isClose = (left: PictureBox, right: PictureBox, mostHeights: number): boolean =>
  right.leftPx - (left.leftPx + left.widthPx) <= mostHeights * Math.max(left.heightPx, right.heightPx);

/** The piece under a label that has nothing beside it. */
function rightBelow(
  { box }: PrintedPiece,
  below: readonly Row[],
  labels: readonly PaperLabel[],
): readonly PrintedPiece[] {
  const piece = below
    .flat()
    .find(
      (other) =>
        Math.abs(other.box.leftPx - box.leftPx) <= 2 * box.heightPx &&
        other.box.topPx - (box.topPx + box.heightPx) <= 1.5 * box.heightPx,
    );
  return piece === undefined || startsWithLabel(piece.text, labels) !== null || isOtherLabel(piece.text)
    ? []
    : [piece];
}

/** Lines right below that begin where the value begins and bear no label. */
function linesBelow(
  valueLeft: number,
  from: PictureBox,
  below: readonly Row[],
  labels: readonly PaperLabel[],
): readonly PrintedPiece[] {
  const lines: PrintedPiece[] = [];
  let bottom = from.topPx + from.heightPx;
  for (const row of below) {
    const line = row.find(({ box }) => Math.abs(box.leftPx - valueLeft) <= 2 * from.heightPx);
    if (line === undefined) {
      if (row.some(({ box }) => box.topPx - bottom > 2.2 * from.heightPx)) break;
      continue;
    }
    if (line.box.topPx - bottom > 1.6 * from.heightPx) break;
    if (
      row.some(
        (piece) =>
          piece.box.leftPx < valueLeft &&
          (startsWithLabel(piece.text, labels) !== null || isOtherLabel(piece.text)) &&
          piece.box.leftPx >= from.leftPx - from.heightPx,
      )
    )
      break;
    if (startsWithLabel(line.text, labels) !== null || isOtherLabel(line.text)) break;
    lines.push(line);
    bottom = line.box.topPx + line.box.heightPx;
  }
  return lines;
}

function shaped({ label, text, confidence, box }: Labelled, page: number): readonly ReadParticular[] {
  const one = (particular: Particular, value: string, isVerified = false): ReadParticular => ({
    particular,
    value,
    confidence,
    isVerified,
    page,
    box,
  });
  switch (label.value) {
    case 'text':
    case 'name': {
      const value = tidyPrint(text);
      if (value === '') return [];
      return label.particular === 'software-name' ? softwareOf(value, one) : [one(label.particular, value)];
    }
    case 'date': {
      const days = readDays(text);
      if (label.particular !== 'valid-from')
        return days[0] === undefined ? [] : [one(label.particular, days[0])];
      const [start, end] = days;
      const until = end ?? (isUnlimited(text) ? '长期' : undefined);
      if (start !== undefined && until === undefined) return [one('valid-until', start)];
      return [
        ...(start === undefined ? [] : [one('valid-from', start)]),
        ...(until === undefined ? [] : [one('valid-until', until)]),
      ];
    }
    case 'credit-code': {
      const mended = mendCreditCode(text);
      if (mended !== null) return [one('credit-code', mended.code, true)];
      const value = text.toUpperCase().replaceAll(/[^0-9A-Z]/gu, '');
      return value === '' ? [] : [one('credit-code', value)];
    }
    case 'identity-number': {
      const number = findIdentityNumber(text);
      return number === null ? [] : [one('identity-number', number, true)];
    }
    case 'icp-number': {
      const value = tidyIcp(text);
      return value === '' ? [] : [one(label.particular, value)];
    }
    case 'number': {
      const value = tidyPrint(text);
      return /\d/u.test(value) ? [one(label.particular, value)] : [];
    }
    case 'domain': {
      const domain = /(?:[a-z0-9-]+\.)+[a-z]{2,}/iu.exec(text.replaceAll(/\s/gu, ''))?.[0];
      return domain === undefined ? [] : [one('domain', domain.toLowerCase())];
    }
  }
}

/** Certificates write a version behind the name: 样例纪要软件 [简称：样例纪要] V1.0. */
function softwareOf(
  value: string,
  one: (particular: Particular, value: string) => ReadParticular,
): readonly ReadParticular[] {
  const match = /^(?<name>.*?)[\s,，]*(?<version>[VvＶ]\s*\d+(?:\.\d+)*)\s*$/u.exec(value);
  const { name, version } = match?.groups ?? {};
  if (name === undefined || version === undefined) return [one('software-name', value)];
  return [
    one('software-name', tidyPrint(name)),
    one('software-version', version.replaceAll(/\s/gu, '').toUpperCase()),
  ];
}

const tidyIcp = (text: string): string =>
  /(?:合字|\p{Script=Han})?[A-Z0-9.]*(?:ICP[备证])?[A-Z]?\d?-?\d{4,10}号?(?:-\d{1,4}[A-Z]?)?/u.exec(
    text.normalize('NFKC').toUpperCase().replaceAll(/\s/gu, ''),
  )?.[0] ?? '';

/** Codes that tell themselves apart by their check character need no label. */
function codesAnywhere(
  pieces: readonly PrintedPiece[],
  kind: PaperKind,
  page: number,
): readonly ReadParticular[] {
  return pieces.flatMap((piece): readonly ReadParticular[] => {
    const base = { confidence: piece.confidence, isVerified: true, page, box: piece.box };
    const runs =
      piece.text
        .normalize('NFKC')
        .toUpperCase()
        .match(/[0-9A-Z]{18,20}/gu) ?? [];
    const codes = runs.flatMap((run) => {
      const mended = kind === 'identity-document' ? null : mendCreditCode(run);
      return mended?.asRead === true
        ? [{ particular: 'credit-code' as const, value: mended.code, ...base }]
        : [];
    });
    const identity = kind === 'identity-document' ? findIdentityNumber(piece.text) : null;
    return identity === null
      ? codes
      : [...codes, { particular: 'identity-number' as const, value: identity, ...base }];
  });
}
