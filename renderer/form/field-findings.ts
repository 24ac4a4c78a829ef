import { useState } from 'react';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import type { Finding, Report } from '../../main/contract/report.ts';
import { problemsOf } from '../dossier/step-states.ts';
import { useSessionState } from '../dossier/session-context.tsx';

const isAtOrIn = (at: string, field: string): boolean => at === field || at.startsWith(`${field}.`);

/**
 * The findings of a field: wrong or doubtful contents always, that something is not there yet only when the field was
 * visited and left empty.
 */
export function findingsAt(
  report: Report,
  document: DossierDocument,
  fields: readonly string[],
  wasVisited: boolean,
): readonly Finding[] {
  const problems = new Set(problemsOf(report, document));
  return report.findings.filter(
    (one) =>
      fields.some((field) => isAtOrIn(one.at, field)) &&
      (wasVisited || problems.has(one) || one.level === 'notice' || one.outcome !== 'fail'),
  );
}

/** The findings to show at a field now: none while it is being typed in, nor until the report has seen what was typed. */
export function useFieldFindings(
  fields: readonly string[],
  typing: { readonly isFocused: boolean; readonly isChanged: boolean },
): readonly Finding[] {
  const { data, report, isReportCurrent } = useSessionState();
  const { isFocused, isChanged } = typing;
  const [wasFocused, setWasFocused] = useState(false);
  const [wasVisited, setVisited] = useState(false);
  const [isStale, setStale] = useState(false);
  if (isFocused !== wasFocused) {
    setWasFocused(isFocused);
    if (wasFocused) setVisited(true);
  }
  if (isChanged && !isStale) setStale(true);
  if (!isChanged && isStale && isReportCurrent) setStale(false);
  if (report === null || isStale || isChanged) return [];
  return findingsAt(report, data.document, fields, wasVisited);
}
