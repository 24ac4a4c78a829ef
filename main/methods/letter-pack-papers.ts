import { inLanguage } from '../contract/language.ts';
import { isCopyRule } from '../core/letters/pack-copies.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import type { Methods } from './method.ts';

/** The papers that a print pack can hold copies of. */
export const letterPackPapersMethods: Pick<Methods, 'letters.pack-papers'> = {
  async 'letters.pack-papers'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    const rules = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
    const papers = resolveRequirements({ rulebook, document }).flatMap(({ id, status, files }) => {
      const rule = rules.get(id);
      if (rule?.kind !== 'document' || !isCopyRule(rule)) return [];
      const state =
        files.length > 0 ? ('on-file' as const) : status === 'open' ? ('open' as const) : ('wanted' as const);
      const title = inLanguage(rule.title, language);
      return [{ id, title, bothSides: rule.copy.bothSides === true, state }];
    });
    return { papers };
  },
};
