import { parse, stringify } from 'yaml';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { Rulebook } from '../../contract/rulebook.ts';
import type { JudgedReport } from '../review/judged-report.ts';
import { identityCopies } from '../rulebook/identity-copies.ts';
import type { EnclosedReport } from './enclosed-report.ts';
import { maskText, privateValues, type PrivateKind } from './mask-private.ts';
import { plannedFiles, type BundleContents, type PlannedFile } from './plan-bundle.ts';

/** What a redacted bundle is made of in place of what the dossier holds. */
export interface Redaction {
  readonly document: DossierDocument;
  readonly report: JudgedReport;
  readonly contents: BundleContents;
  /** Masks a dossier.yaml; it stays readable and holds none of the private values in any spelling. */
  redactYaml(text: string): string;
  /** What was left out and masked, in words, without a name or number in them; complete once all texts were masked. */
  told(): NonNullable<EnclosedReport['redacted']>;
  /** The requirements whose files were left out. */
  readonly leftOut: ReadonlySet<string>;
}

const kindTitles: Readonly<Record<PrivateKind, string>> = {
  'identity-number': '证件号码',
  phone: '手机号码',
  email: '邮箱',
};

/**
 * Leaves out what the recipient does not need: copies of identity documents, files that no field uses, and the identity numbers, mobile
 * phone numbers and addresses of people, masked in every text that Yinqi writes. Scans and the dossier's own texts stay as they are.
 */
export function redact(input: {
  readonly document: DossierDocument;
  readonly report: JudgedReport;
  readonly rulebook: Rulebook;
  readonly contents: BundleContents;
}): Redaction {
  const { document, contents, rulebook } = input;
  const copies = identityCopies([rulebook]);
  const isCopy = ({ requirement }: Pick<PlannedFile, 'requirement'>): boolean => copies.has(requirement);
  const leftOut = plannedFiles(contents).filter(isCopy);
  const values = privateValues(document);
  const kept = new Set([document.company?.uscc ?? '', document.company?.phone ?? '']);
  const masked = new Map<PrivateKind, Set<string>>();
  const maskIn = (text: string): string =>
    maskText(text, values, kept, (kind) => {
      masked.set(kind, (masked.get(kind) ?? new Set()).add(kind));
    });
  return {
    document: maskAll(document, maskIn),
    report: maskAll(input.report, maskIn),
    contents: {
      ...maskAll({ unreadable: contents.unreadable, blockers: contents.blockers }, maskIn),
      sections: contents.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({ ...row, files: row.files.filter((file) => !isCopy(file)) })),
      })),
      others: contents.others.filter((file) => !isCopy(file)),
    },
    redactYaml: (text) => redactYaml(text, maskIn),
    told: () => ({
      leftOut: [
        ...[...copies].flatMap((id) => {
          const count = leftOut.filter(({ requirement }) => requirement === id).length;
          const title = rulebook.rules.find((rule) => rule.id === id)?.title.zh ?? id;
          return count === 0 ? [] : [`${title}（${count} 个文件）`];
        }),
        '案卷中未用到的文件（如果有）',
      ],
      masked: (Object.keys(kindTitles) as PrivateKind[])
        .filter((kind) => masked.has(kind))
        .map((kind) => `${kindTitles[kind]}：只留首尾几位，其余以 * 代替`),
    }),
    leftOut: new Set(leftOut.map(({ requirement }) => requirement)),
  };
}

function redactYaml(text: string, maskIn: (text: string) => string): string {
  const masked = maskIn(text);
  try {
    const before: unknown = parse(masked);
    const after = maskAll(before, maskIn);
    // Written with escapes or over several lines, a number shows only once it is parsed.
    return JSON.stringify(before) === JSON.stringify(after) ? masked : stringify(after);
  } catch {
    return stringify(maskAll(parse(text) as unknown, maskIn));
  }
}

/** The same data with every text masked; keys stay. */
function maskAll<T>(value: T, maskIn: (text: string) => string): T {
  // Safe: a text stays a text, and lists and plain objects keep their shape.
  if (typeof value === 'string') return maskIn(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => maskAll(item, maskIn)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, maskAll(item as unknown, maskIn)]),
  ) as T;
}
