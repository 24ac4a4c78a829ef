import { Failure } from '../contract/failure.ts';
import { inLanguage } from '../contract/language.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import { coversCategory, coversTrack } from '../core/category/coverage.ts';
import { askedFacts } from '../core/category/fact-questions.ts';
import { fieldRules } from '../core/review/field-rules.ts';
import { houseRuleOf } from '../core/review/house-rules.ts';
import { coverClauses } from '../core/rulebook/clause-coverage.ts';
import {
  citedClause,
  explainClause,
  explainHouseRule,
  explainRule,
  type Explanation,
} from '../core/rulebook/explain.ts';
import { nearNames } from '../core/near-name.ts';
import type { World } from '../world.ts';
import type { Methods } from './method.ts';

/** The rulebook of one platform, or of all in the order of the shelf. Throws `unknown-platform`. */
async function rulebooksOf(world: World, platform?: string): Promise<readonly Rulebook[]> {
  const platforms = platform === undefined ? await world.rulebooks.list() : [platform];
  return Promise.all(platforms.map((id) => world.rulebooks.load(id)));
}

/** Explains the rule or clause of this id; undefined where no rulebook has it. */
function explanationOf(rulebooks: readonly Rulebook[], id: string): Explanation | undefined {
  for (const rulebook of rulebooks) {
    const rule = rulebook.rules.find((one) => one.id === id);
    if (rule !== undefined) return explainRule(rulebook, rule);
    const clause = rulebook.clauses.get(id);
    if (clause !== undefined) return explainClause(rulebook, clause);
  }
  const own = houseRuleOf(id);
  return own === undefined ? undefined : explainHouseRule(own);
}

function unknownId(rulebooks: readonly Rulebook[], id: string): Failure {
  const ids = rulebooks.flatMap(({ rules, clauses }) => [...rules.map((rule) => rule.id), ...clauses.keys()]);
  const near = nearNames(id, ids, 5);
  return new Failure(
    'unknown-id',
    { zh: `没有编号为「${id}」的规则或条款`, en: `There is no rule or clause “${id}”` },
    near.length > 0
      ? { zh: `相近的有：${near.join('、')}`, en: `Near to it: ${near.join(', ')}` }
      : { zh: '用 yinqi rules 查看全部编号', en: 'See all ids with yinqi rules' },
  );
}

/** The platforms, their questions and their rules. */
export const rulebookMethods: Pick<
  Methods,
  | 'rulebook.platforms'
  | 'rulebook.facts'
  | 'rulebook.fields'
  | 'rulebook.rules'
  | 'rulebook.conflicts'
  | 'rulebook.explain'
> = {
  async 'rulebook.platforms'(world, _input, { language }) {
    const rulebooks = await rulebooksOf(world);
    const platforms = rulebooks.map(({ platform, categories }) => ({
      id: platform.id,
      title: platform.title,
      version: platform.version,
      tracks: platform.tracks.map((track) => ({ ...track, covered: coversTrack(platform, track.id) })),
      groups: platform.groups,
      categories: categories.map(({ id, title, hint }) => ({
        id,
        title,
        ...(hint === undefined ? {} : { hint }),
        covered: coversCategory(platform, id),
      })),
      topics: platform.topics,
    }));
    return { platforms: inLanguage(platforms, language) };
  },

  async 'rulebook.facts'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    return { facts: inLanguage(askedFacts(rulebook, document), language) };
  },

  async 'rulebook.fields'(world, { dossier }, { language }) {
    const { document } = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(document.platform);
    return { fields: inLanguage(fieldRules(rulebook, document), language) };
  },

  async 'rulebook.rules'(world, { platform }, { language }) {
    const rulebooks = await rulebooksOf(world, platform);
    const covered = rulebooks.map(coverClauses);
    const rules = rulebooks.flatMap((rulebook) =>
      rulebook.rules.map((rule) => ({
        id: rule.id,
        platform: rulebook.platform.id,
        title: rule.title,
        kind: rule.kind,
        ...('level' in rule ? { level: rule.level } : {}),
        automated: rule.kind !== 'attestation',
        cites: rule.cites,
      })),
    );
    return {
      schema: 'yinqi/rules@1',
      rules: inLanguage(rules, language),
      coverage: Object.fromEntries(covered.flatMap((one) => Object.entries(one.coverage))),
      uncovered: covered.flatMap((one) => one.uncovered),
    };
  },

  async 'rulebook.conflicts'(world, { platform }, { language }) {
    const conflicts = (await rulebooksOf(world, platform)).flatMap((rulebook) =>
      rulebook.conflicts.map(({ id, title, sides, does, rules }) => ({
        id,
        title,
        sides: sides.map((side) => ({
          says: side.says,
          cites: side.cites.map((clause) => citedClause(rulebook, clause)),
        })),
        does,
        rules,
      })),
    );
    return { schema: 'yinqi/conflicts@1', conflicts: inLanguage(conflicts, language) };
  },

  async 'rulebook.explain'(world, { id, platform }, { language }) {
    const rulebooks = await rulebooksOf(world, platform);
    const explanation = explanationOf(rulebooks, id);
    if (explanation === undefined) throw unknownId(rulebooks, id);
    return inLanguage(explanation, language);
  },
};
