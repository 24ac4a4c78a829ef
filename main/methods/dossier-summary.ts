import type { DossierSummary } from '../contract/dossier-summary.ts';
import { inLanguage, type Language, type Localized } from '../contract/language.ts';
import type { DossierProgress } from '../core/review/dossier-progress.ts';
import type { ListedDossier } from '../world/dossier-store.ts';

/** What a dossier is called until its app has a name. */
export const unnamedApp: Localized = { zh: '未命名的应用', en: 'Unnamed app' };

/** A line of the list; `rulebook` is the version by which the dossier would be judged now, null where its platform is unknown. */
export function summaryOf(one: ListedDossier, rulebook: string | null, language: Language): DossierSummary {
  const { app, company, uscc, platform, track, categories } = one.outline;
  return {
    dossier: one.ref,
    title: app || unnamedApp[language],
    company,
    uscc,
    platform,
    track,
    categories: [...categories],
    changedAt: one.changedAt,
    revision: one.revision,
    isArchived: one.archivedAt !== null,
    progress: one.progress === null ? null : progressData(one.progress, one.revision, rulebook, language),
    lastExport: one.lastExport,
  };
}

function progressData(
  { revision, rulebook: judgedBy, day, done, total, open, errors, blocker }: DossierProgress,
  now: number,
  rulebook: string | null,
  language: Language,
): DossierSummary['progress'] {
  const holds = revision !== now ? 'edited' : judgedBy !== rulebook ? 'rules-changed' : 'current';
  return {
    holds,
    day,
    done,
    total,
    open,
    errors,
    ...(blocker === null ? {} : { blocker: inLanguage(blocker, language) }),
  };
}
