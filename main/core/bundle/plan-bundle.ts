import type { DossierDocument } from '../../contract/dossier.ts';
import type { FileInspection } from '../../contract/files.ts';
import type { Localized } from '../../contract/language.ts';
import type { RequirementRule, Rulebook } from '../../contract/rulebook.ts';
import { filesOfField, usedFiles } from '../dossier/fields.ts';
import { statusOfNeeds, type LeafStates } from '../requirements/needs.ts';
import type { JudgedFinding, JudgedReport, JudgedRequirement } from '../review/judged-report.ts';
import { contentEnding } from './content-ending.ts';
import { alternativesTo } from './group-choice.ts';
import { entryName } from './entry-name.ts';
import { foldedName } from './unsafe-name.ts';

/** A dossier's file and its place in the bag. */
export interface PlannedFile {
  /** Inside the bag: data/…, NFC, unique even where case does not count. */
  readonly path: string;
  /** The dossier's path and the field that holds it. */
  readonly from: string;
  readonly slot: string;
  readonly requirement: string;
  readonly requirementTitle: Localized;
  readonly field: Localized;
  readonly sizeBytes: number;
  /** Lower-case hex, of what was inspected. */
  readonly sha256: string;
}

/** One line of a section: a requirement in the form's order. Groups have none, their members do. */
export interface PlannedRow {
  /** Two digits, counted from 01 in each section: the beginning of its files' names. */
  readonly number: string;
  readonly requirement: JudgedRequirement;
  readonly field: Localized;
  readonly files: readonly PlannedFile[];
}

/** One numbered folder. */
export interface PlannedSection {
  readonly title: Localized;
  /** data/<folder> */
  readonly folder: string;
  readonly rows: readonly PlannedRow[];
}

/** What goes into the bag, before anything is written. */
export interface BundleContents {
  readonly sections: readonly PlannedSection[];
  /** Files of the dossier that no field of the form asks for today; kept so that the dossier can be restored. */
  readonly others: readonly PlannedFile[];
  /** Files that the dossier names but that could not be read: path and slot. */
  readonly unreadable: readonly { readonly from: string; readonly slot: string }[];
  /** Findings of level error: they leave only a draft. */
  readonly blockers: readonly JudgedFinding[];
}

const otherFolder = '99-other-其他材料';
const noField: Localized = {
  zh: '（表单没有对应栏目，随案卷留存）',
  en: '(no field of the form; kept with the dossier)',
};
/** Where one requirement has files of two kinds, the kind stands in the name. */
const kindOfSlot: Readonly<Record<string, string>> = {
  'app.previews.desktop': '桌面端',
  'app.previews.mobile': '移动端',
};

/** What a file is called that no requirement names. */
const titleOfSlot: Readonly<Record<string, Localized>> = {
  'company.logo': { zh: '企业 LOGO', en: 'Company logo' },
  'app.logo': { zh: '应用 LOGO', en: 'App logo' },
  'app.previews.desktop': { zh: '预览图', en: 'Previews' },
  'app.previews.mobile': { zh: '预览图', en: 'Previews' },
  'app.privacyPolicy': { zh: '隐私政策正文', en: 'Privacy policy' },
  'app.terms': { zh: '用户协议正文', en: 'User agreement' },
};

interface Slotted {
  readonly slot: string;
  readonly from: string;
}

/** Decides every entry of a bundle: folders by the form's sections, names by requirement, each used file once per slot. */
export function planBundle(input: {
  readonly document: DossierDocument;
  readonly report: JudgedReport;
  readonly rulebook: Rulebook;
  readonly inspections: ReadonlyMap<string, FileInspection>;
}): BundleContents {
  const { document, report, rulebook, inspections } = input;
  const taken = new Set<string>();
  const placed = new Set<string>();
  const place = (
    { slot, from }: Slotted,
    stem: string,
    folder: string,
    of: Pick<PlannedFile, 'requirement' | 'requirementTitle' | 'field'>,
  ): PlannedFile | null => {
    placed.add(slotKey(slot, from));
    const inspection = inspections.get(from);
    if (inspection?.sha256 === undefined) return null;
    const path = freePath(`data/${folder}/${stem}`, contentEnding(inspection), taken);
    return { path, from, slot, ...of, sizeBytes: inspection.sizeBytes, sha256: inspection.sha256 };
  };

  const sections = rulebook.platform.sections.map((section): PlannedSection => {
    const folder = entryName(section.folder, 60, section.id);
    const rows = placedIn(section.id, report, rulebook).map(({ requirement, rule, number }): PlannedRow => {
      const field = rule.place?.field ?? noField;
      const files = slottedFiles(document, requirement).filter(
        ({ slot, from }) => !placed.has(slotKey(slot, from)),
      );
      const about = { requirement: requirement.id, requirementTitle: requirement.title, field };
      const title = entryName(requirement.title.zh, 40, requirement.id);
      return {
        number,
        requirement,
        field,
        files: files.flatMap(
          (file, index) =>
            place(file, `${number}-${title}${distinction(file, index, files)}`, folder, about) ?? [],
        ),
      };
    });
    return { title: section.title, folder, rows };
  });

  const others = usedFiles(document)
    .map(({ field: slot, path: from }) => ({ slot, from }))
    .filter(({ slot, from }) => !placed.has(slotKey(slot, from)))
    .flatMap((file, index) => {
      const requirement = file.slot.replace(/^documents\./, '');
      const rule = rulebook.rules.find(({ id }) => id === requirement);
      const requirementTitle = rule?.title ?? titleOfSlot[file.slot] ?? { zh: requirement, en: requirement };
      const title = entryName(requirementTitle.zh, 40, 'file');
      const stem = `${String(index + 1).padStart(2, '0')}-${title}`;
      return place(file, stem, otherFolder, { requirement, requirementTitle, field: noField }) ?? [];
    });

  return {
    sections,
    others,
    unreadable: usedFiles(document)
      .filter(({ path }) => inspections.get(path)?.sha256 === undefined)
      .map(({ path, field }) => ({ from: path, slot: field })),
    blockers: report.findings.filter(({ level }) => level === 'error'),
  };
}

/** Every file of the plan, in the order of the bag. */
export function plannedFiles(contents: BundleContents): readonly PlannedFile[] {
  return [...contents.sections.flatMap(({ rows }) => rows.flatMap(({ files }) => files)), ...contents.others];
}

const slotKey = (slot: string, from: string): string => `${slot}\0${from}`;

/** The lines of a section, in the order that the rules give; where two give the same, by id. */
function placedIn(
  section: string,
  report: JudgedReport,
  rulebook: Rulebook,
): readonly { requirement: JudgedRequirement; rule: RequirementRule; number: string }[] {
  const requirements = new Map(report.requirements.map((one) => [one.id, one]));
  return report.requirements
    .filter((requirement) => isWorthALine(requirement, requirements))
    .flatMap((requirement) => {
      const rule = rulebook.rules.find(({ id }) => id === requirement.id);
      if (rule === undefined || rule.kind === 'check' || rule.kind === 'deadline') return [];
      if (rule.place?.section !== section) return [];
      return [{ requirement, rule, order: rule.place.order }];
    })
    .sort((a, b) => a.order - b.order || (a.requirement.id < b.requirement.id ? -1 : 1))
    .map(({ requirement, rule }, index) => ({
      requirement,
      rule,
      number: String(index + 1).padStart(2, '0'),
    }));
}

/** Leaves out groups, and what was not given and need not be: its group is satisfied, or an alternative to it is. */
function isWorthALine(
  requirement: JudgedRequirement,
  requirements: ReadonlyMap<string, JudgedRequirement>,
): boolean {
  if (requirement.needs !== undefined) return false;
  if (requirement.files.length > 0) return true;
  const seen = new Set<string>();
  let member = requirement;
  while (member.partOf !== undefined && !seen.has(member.id)) {
    seen.add(member.id);
    const group = requirements.get(member.partOf);
    if (group === undefined) return true;
    const alternatives = group.needs === undefined ? [] : alternativesTo(member.id, group.needs);
    const leaves: LeafStates = {
      statusOf: (id) => requirements.get(id)?.status ?? 'missing',
      isGiven: (id) => (requirements.get(id)?.files.length ?? 0) > 0,
    };
    if (group.status === 'ok' || alternatives.some((tree) => statusOfNeeds(tree, leaves) === 'ok'))
      return false;
    member = group;
  }
  return true;
}

/** The files of a requirement with their slots; a text's field holds words, not files. */
function slottedFiles(document: DossierDocument, requirement: JudgedRequirement): readonly Slotted[] {
  if (requirement.kind === 'text' || requirement.kind === 'attestation') return [];
  const all = requirement.fields.flatMap((slot) =>
    filesOfField(document, slot).map((from) => ({ slot, from })),
  );
  const keys = all.map(({ slot, from }) => slotKey(slot, from));
  return all.filter(({ slot, from }, index) => keys.indexOf(slotKey(slot, from)) === index);
}

/** What tells one of several files of a requirement from the others: its kind and number. */
function distinction({ slot }: Slotted, index: number, files: readonly Slotted[]): string {
  const kind = kindOfSlot[slot];
  const ofKind = kind === undefined ? files : files.filter((other) => other.slot === slot);
  const first = kind === undefined ? 0 : files.findIndex((other) => other.slot === slot);
  const digits = String(ofKind.length).length;
  const number = ofKind.length > 1 ? `-${String(index - first + 1).padStart(digits, '0')}` : '';
  return `${kind === undefined ? '' : `-${kind}`}${number}`;
}

function freePath(stem: string, ending: string, taken: Set<string>): string {
  for (let copy = 1; ; copy += 1) {
    const path = `${stem}${copy === 1 ? '' : ` (${copy})`}.${ending}`.normalize('NFC');
    if (taken.has(foldedName(path))) continue;
    taken.add(foldedName(path));
    return path;
  }
}
