import { difference, type Difference, type UnpackedEntry } from './difference.ts';
import { enclosedReportPath } from './enclosed-report-path.ts';
import type { EnclosedReport } from './enclosed-report.ts';

/** Reads report.json; null for what is none. */
export type ReportParser = (bytes: Uint8Array) => EnclosedReport | null;

/**
 * Compares the enclosed report with the payload (paths in NFC) and with bag-info.txt, and its counts and verdict with
 * its findings. Payload files in `named` already carry a difference and are not named again.
 */
export function verifyReport(
  bytes: Uint8Array | undefined,
  payload: ReadonlyMap<string, UnpackedEntry>,
  bag: {
    readonly isDraft: boolean;
    readonly isRedacted: boolean;
    readonly date: string;
    readonly named: ReadonlySet<string>;
  },
  parseReport: ReportParser,
): { readonly differences: readonly Difference[]; readonly summary: EnclosedReport | null } {
  const entry = payload.get(enclosedReportPath);
  if (entry === undefined) {
    const missing = difference(
      'missing',
      enclosedReportPath,
      '文件包缺少检查报告',
      'the bundle lacks its report',
    );
    return { differences: bag.named.has(enclosedReportPath) ? [] : [missing], summary: null };
  }
  if (entry.sha256 === null) return { differences: [], summary: null };
  const report = bytes === undefined ? null : parseReport(bytes);
  if (report === null) {
    return {
      differences: [
        differs(
          '检查报告无法识别（不是完整的 report.json）',
          'the report cannot be understood (not a whole report.json)',
        ),
      ],
      summary: null,
    };
  }
  return {
    differences: [
      ...compareFiles(report, payload, bag.named),
      ...compareCounts(report),
      ...compareDraft(report, bag),
    ],
    summary: report,
  };
}

const differs = (zh: string, en: string, path = enclosedReportPath): Difference =>
  difference('report-differs', path, zh, en);

function compareFiles(
  report: EnclosedReport,
  payload: ReadonlyMap<string, UnpackedEntry>,
  named: ReadonlySet<string>,
): readonly Difference[] {
  const differences: Difference[] = [];
  const listed = new Set<string>();
  for (const file of report.files) {
    const path = file.path.normalize('NFC');
    const entry = payload.get(path);
    if (listed.has(path)) {
      differences.push(differs('检查报告重复列出此文件', 'the report lists it twice', path));
    } else if (entry === undefined) {
      if (!named.has(path)) {
        differences.push(
          differs('检查报告列有此文件，但包内没有', 'the report lists it, and it is not there', path),
        );
      }
    } else if (
      !named.has(path) &&
      entry.sha256 !== null &&
      (entry.sha256 !== file.sha256 || entry.sizeBytes !== file.sizeBytes)
    ) {
      differences.push(
        differs('内容与检查报告记录的不是同一个文件', 'it is not the file that the report was made on', path),
      );
    }
    listed.add(path);
  }
  for (const path of payload.keys()) {
    if (path === enclosedReportPath || listed.has(path) || named.has(path)) continue;
    differences.push(differs('检查报告没有列出此文件', 'the report does not list it', path));
  }
  return differences;
}

function compareCounts(report: EnclosedReport): readonly Difference[] {
  const differences: Difference[] = [];
  for (const level of ['error', 'warning', 'notice'] as const) {
    const found = report.findings.filter((finding) => finding.level === level).length;
    if (found === report.counts[level]) continue;
    differences.push(
      differs(
        `报告称 ${level} 有 ${report.counts[level]} 项，实际列出 ${found} 项`,
        `the report counts ${report.counts[level]} of level ${level} and lists ${found}`,
      ),
    );
  }
  const verdict = report.findings.some(({ level }) => level === 'error') ? 'fail' : 'pass';
  if (report.verdict !== verdict) {
    differences.push(
      differs(
        `报告结论为 ${report.verdict}，与其所列问题不符`,
        `the verdict ${report.verdict} does not follow from the findings`,
      ),
    );
  }
  if (report.verdict === 'fail' && !report.draft) {
    differences.push(
      differs('报告有错误级问题，却未标为草稿', 'the report has errors and is not marked as a draft'),
    );
  }
  return differences;
}

function compareDraft(
  report: EnclosedReport,
  bag: { readonly isDraft: boolean; readonly isRedacted: boolean; readonly date: string },
): readonly Difference[] {
  const differences: Difference[] = [];
  if ((report.redacted !== undefined) !== bag.isRedacted) {
    differences.push(
      differs(
        '脱敏标记与 bag-info.txt 不一致',
        'its mark of being redacted and that of bag-info.txt disagree',
      ),
    );
  }
  if (report.draft !== bag.isDraft) {
    differences.push(
      differs('草稿标记与 bag-info.txt 不一致', 'its draft mark and that of bag-info.txt disagree'),
    );
  }
  if (report.date !== bag.date) {
    differences.push(
      differs(
        '日期与 bag-info.txt 的 Bagging-Date 不一致',
        'its date and Bagging-Date in bag-info.txt disagree',
      ),
    );
  }
  return differences;
}
