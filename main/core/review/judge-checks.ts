import type { FileInspection } from '../../contract/files.ts';
import type { CheckRule } from '../../contract/rulebook.ts';
import { fieldValue, fileFields, filesOfField, isFilled } from '../dossier/fields.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { fieldsOf, isCheckRule, isRequirementRule, papersOf } from '../rulebook/rule-kinds.ts';
import { checkRegistry } from './check-registry.ts';
import type { TextRepair } from '../files/planned-repair.ts';
import { planRepairs } from '../files/repairs.ts';
import type { AnyCheck, Conclusion, Situation, Subject } from './check.ts';
import { runRemembered } from './remembered-checks.ts';
import { erasedPaper } from './judge-erased.ts';
import type { JudgedFinding } from './judged-report.ts';
import { isAttested, isGraver, type Judging, type OwnedFinding } from './judging.ts';

/** A subject with the field that holds each of its files; `owner` is the field where a conclusion names no file. */
interface Target {
  readonly subject: Subject;
  readonly owner: string;
  readonly ownerOfFile: ReadonlyMap<string, string>;
}

const holdsFiles = (field: string): boolean =>
  field.startsWith('documents.') || (fileFields as readonly string[]).includes(field);

/** The inspected files of some fields; null where they hold none. */
function fileTarget(requirement: string, fields: readonly string[], judging: Judging): Target | null {
  const ownerOfFile = new Map<string, string>();
  const files: FileInspection[] = [];
  for (const field of fields) {
    for (const path of filesOfField(judging.document, field)) {
      const inspection = judging.inspections.get(path);
      if (erasedPaper(judging.document, path, inspection) !== null) continue;
      if (inspection !== undefined) files.push(inspection);
      if (!ownerOfFile.has(path)) ownerOfFile.set(path, field);
    }
  }
  const [owner] = fields;
  if (files.length === 0 || owner === undefined) return null;
  return { subject: { kind: 'files', requirement, files }, owner, ownerOfFile };
}

/** What a letter that is wanted, or of which a scan is on file, would be printed on now: `form` or our `own` wording. */
function letterTarget(id: string, { requirements, letters, document }: Judging): readonly Target[] {
  const requirement = requirements.get(id);
  const owner = `documents.${id}`;
  if (requirement === undefined || requirement.status === 'open') return [];
  if (requirement.optional && filesOfField(document, owner).length === 0) return [];
  const letter = letters.find((one) => one.requirement === id);
  if (letter === undefined) return [];
  const field = `letters.${letter.letter}.wording`;
  const value = letter.form === undefined ? 'own' : 'form';
  return [{ subject: { kind: 'field', field, value }, owner, ownerOfFile: new Map() }];
}

/** What a rule looks at in this dossier: nothing where nothing was filled in or a requirement does not apply. */
function targetsOf(
  rule: CheckRule,
  judging: Judging,
  fieldsOfRequirement: ReadonlyMap<string, readonly string[]>,
): readonly Target[] {
  const { on } = rule;
  if ('letters' in on) return on.letters.flatMap((id) => letterTarget(id, judging));
  if (!('field' in on)) {
    return papersOf(rule, judging.rulebook.rules).flatMap((id) => {
      if (!judging.requirements.has(id)) return [];
      const target = fileTarget(id, fieldsOfRequirement.get(id) ?? [], judging);
      return target === null ? [] : [target];
    });
  }
  const { field } = on;
  if (holdsFiles(field)) {
    const target = fileTarget(field, [field], judging);
    return target === null ? [] : [target];
  }
  const value = fieldValue(judging.document, field);
  if (!isFilled(value)) return [];
  return [{ subject: { kind: 'field', field, value }, owner: field, ownerOfFile: new Map() }];
}

/** The clauses a finding rests on: of a rule for several papers, those that speak of this paper. */
function citesFor(rule: CheckRule, subject: Subject, { rulebook }: Judging): string[] {
  const isForOne = 'files' in rule.on && rule.on.files.length === 1;
  if (subject.kind === 'field' || 'field' in rule.on || isForOne) return [...rule.cites];
  const paper = rulebook.rules.find(({ id }) => id === subject.requirement);
  const own = rule.cites.filter((clause) => paper?.cites.includes(clause));
  return own.length > 0 ? own : [...rule.cites];
}

/** The finding of a conclusion; null for one that says nothing or that a person has settled. */
function findingOf(
  rule: CheckRule,
  conclusion: Conclusion,
  target: Target,
  judging: Judging,
): OwnedFinding | null {
  if (!('message' in conclusion)) return null;
  const isSettled = [rule.id, rule.settledBy ?? rule.id].some((id) => isAttested(judging.document, id));
  if (conclusion.outcome === 'needs-person' && isSettled) return null;
  const { message, fix } = conclusion;
  const { conflict } = rule;
  const at = conclusion.at ?? target.owner;
  return {
    owner: target.ownerOfFile.get(at) ?? target.owner,
    finding: {
      rule: rule.id,
      // What a heuristic suspects, or what could not be looked at, is never an error on its own.
      level: conclusion.outcome !== 'fail' && rule.level === 'error' ? 'warning' : rule.level,
      outcome: conclusion.outcome,
      message:
        conflict === undefined
          ? message
          : { zh: `${message.zh}${conflict.zh}`, en: `${message.en} ${conflict.en}` },
      at,
      cites: citesFor(rule, target.subject, judging),
      ...(fix === undefined ? {} : { fix }),
    },
  };
}

/** The repair of a field's text that makes its check content; undefined where none does. */
function mendingRepair(
  rule: CheckRule,
  check: AnyCheck,
  subject: Subject,
  situation: Situation,
  repairs: ReadonlyMap<string, TextRepair>,
): JudgedFinding['fix'] {
  const repair = subject.kind === 'field' ? repairs.get(subject.field) : undefined;
  if (repair === undefined || subject.kind !== 'field') return undefined;
  const mended = check.run({ ...subject, value: repair.value }, rule.parameters ?? {}, situation);
  if (mended.some((one) => one.outcome === 'fail')) return undefined;
  return { id: repair.id, summary: repair.summary };
}

/**
 * Runs every check rule that applies, once for each of its subjects. Where a stricter and a milder rule name the same
 * graded check at the same place, only the graver finding stays.
 */
export function judgeChecks(judging: Judging): readonly OwnedFinding[] {
  const { rulebook, document, inspections, today } = judging;
  const situation: Situation = { document, rulebook, inspections, today };
  const planned = planRepairs({ document, inspections, rulebook });
  const isMended = (id: string, check: string): boolean =>
    planned.some((one) => one.id === id && (one.kind === 'text' || one.mends.includes(check)));
  const repairs = new Map(planned.filter((one) => one.kind === 'text').map((one) => [one.at, one]));
  const fieldsOfRequirement = new Map(
    rulebook.rules.filter(isRequirementRule).map((rule) => [rule.id, fieldsOf(rule)]),
  );
  const found = rulebook.rules.filter(isCheckRule).flatMap((rule) => {
    const check = checkRegistry.get(rule.check);
    // The loader refuses rules that name an unknown check.
    if (check === undefined) throw new Error(`rule ${rule.id} names the unknown check ${rule.check}`);
    // What hangs on an unanswered question is asked for by the question itself; nothing is found on a guess.
    if (evaluate(rule.applies, judging.circumstances).holds !== 'yes') return [];
    return targetsOf(rule, judging, fieldsOfRequirement).flatMap((target) =>
      runRemembered(rule, check, target.subject, situation).flatMap((conclusion) => {
        const owned = findingOf(rule, conclusion, target, judging);
        if (owned === null) return [];
        const { fix: offered, ...rest } = owned.finding;
        const fix = offered ?? mendingRepair(rule, check, target.subject, situation, repairs);
        // A check cannot see the whole: what it offers counts only where a repair is planned that makes it content.
        const finding = fix !== undefined && isMended(fix.id, rule.check) ? { ...rest, fix } : rest;
        const limit = check.isGraded ? rule.check : rule.id;
        return [{ finding, owner: owned.owner, key: `${limit}\n${finding.at}` }];
      }),
    );
  });
  const gravest = new Map<string, OwnedFinding['finding']['level']>();
  for (const { key, finding } of found) {
    const seen = gravest.get(key);
    if (seen === undefined || isGraver(finding.level, seen)) gravest.set(key, finding.level);
  }
  return found
    .filter(({ key, finding }) => gravest.get(key) === finding.level)
    .map(({ finding, owner }) => ({ finding, owner }));
}
