import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MethodOutput } from '../../contract/api.ts';
import type { Level } from '../../contract/rulebook.ts';
import type { Finding, Report } from '../../contract/report.ts';
import { usedFiles } from '../../core/dossier/fields.ts';
import { houseRuleOf } from '../../core/review/house-rules.ts';
import type { Session } from './command.ts';
import { lineOfField } from './line-of-field.ts';

type RuleSummary = MethodOutput<'rulebook.rules'>['rules'][number];

const sarifLevel: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  notice: 'note',
};

/** A report as SARIF 2.1.0, for code hosts: a field's finding stands on its line of dossier.yaml. */
export async function sarifOf(
  report: Report,
  dossier: string,
  session: Pick<Session, 'call' | 'language' | 'version' | 'workingFolder'>,
): Promise<unknown> {
  const [{ rules }, { document, files }] = await Promise.all([
    session.call('rulebook.rules', { platform: report.rulebook.id }),
    session.call('dossiers.open', { dossier }),
  ]);
  const names = new Set([...usedFiles(document), ...files].map(({ path }) => path));
  const yaml = await readFile(join(resolve(session.workingFolder, dossier), 'dossier.yaml'), 'utf8').catch(
    () => '',
  );
  return sarifLog({
    report,
    rules,
    files: names,
    yaml,
    language: session.language,
    version: session.version,
  });
}

/** Builds the SARIF log from data alone. A finding whose `at` names one of the dossier's `files` stands on that file. */
export function sarifLog({
  report,
  rules,
  files,
  yaml,
  language,
  version,
}: {
  readonly report: Report;
  readonly rules: readonly RuleSummary[];
  readonly files: ReadonlySet<string>;
  readonly yaml: string;
  readonly language: Session['language'];
  readonly version: string;
}): unknown {
  const ids = [...new Set(report.findings.map((finding) => finding.rule))].sort();
  const tag = language === 'zh' ? 'zh-CN' : 'en-US';
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Yinqi',
            version,
            language: tag,
            rules: ids.map((id) =>
              descriptor(
                id,
                rules.find((rule) => rule.id === id),
                language,
              ),
            ),
          },
        },
        language: tag,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          DOSSIER: { description: { text: language === 'zh' ? '案卷文件夹' : 'The dossier folder' } },
        },
        results: report.findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule), files, yaml)),
        properties: { rulebook: report.rulebook, verdict: report.verdict },
      },
    ],
  };
}

function descriptor(id: string, rule: RuleSummary | undefined, language: Session['language']): unknown {
  const own = houseRuleOf(id);
  return {
    id,
    ...(own === undefined ? {} : { shortDescription: { text: own.title[language] } }),
    ...(rule === undefined
      ? {}
      : {
          shortDescription: { text: rule.title },
          ...(rule.level === undefined ? {} : { defaultConfiguration: { level: sarifLevel[rule.level] } }),
          properties: { kind: rule.kind, automated: rule.automated, cites: rule.cites },
        }),
  };
}

function resultOf(finding: Finding, ruleIndex: number, files: ReadonlySet<string>, yaml: string): unknown {
  const isFile = files.has(finding.at) || /[/\\]/.test(finding.at);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: sarifLevel[finding.level],
    message: { text: finding.message },
    locations: [
      {
        physicalLocation: isFile
          ? { artifactLocation: { uri: uriOf(finding.at), uriBaseId: 'DOSSIER' } }
          : {
              artifactLocation: { uri: 'dossier.yaml', uriBaseId: 'DOSSIER' },
              region: { startLine: lineOfField(yaml, finding.at) },
            },
        logicalLocations: [{ fullyQualifiedName: finding.at, kind: isFile ? 'resource' : 'member' }],
      },
    ],
    partialFingerprints: { 'ruleAndPlace/v1': `${finding.rule}@${finding.at}` },
    properties: {
      outcome: finding.outcome,
      cites: finding.cites,
      ...(finding.fix === undefined ? {} : { fix: finding.fix }),
    },
  };
}

const uriOf = (path: string): string => path.split(/[/\\]/).map(encodeURIComponent).join('/');
