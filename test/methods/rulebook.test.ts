import { describe, expect, test } from 'vitest';
import { api } from '../../main/contract/api.ts';
import type { DossierDocument } from '../../main/contract/dossier.ts';
import { rulebookMethods } from '../../main/methods/rulebook.ts';
import { reviewMethods } from '../../main/methods/review.ts';
import type { World } from '../../main/world.ts';
import type { CallContext } from '../../main/world/call-context.ts';
import { createRulebookShelf } from '../../main/adapters/rulebook/rulebook-shelf.ts';
import { cleanDossier } from '../rulebook/clean-dossier.ts';
import { dossierWith } from '../rulebook/example-subject.ts';
import { resourcesFolder } from '../rulebook/load-rulebook.ts';

const shelf = createRulebookShelf(resourcesFolder);
const context: CallContext = {
  language: 'zh',
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
/** A world in which one dossier is open; these methods reach nothing else. */
const worldWith = (document: DossierDocument, today = '2026-07-01'): World =>
  ({
    today: () => today,
    rulebooks: shelf,
    dossiers: { open: async () => ({ ref: 'd', revision: 0, document, files: [] }) },
  }) as unknown as World;
const world = worldWith(dossierWith());

describe('rulebook.platforms', () => {
  test('says of each track and category whether it is covered', async () => {
    const result = await rulebookMethods['rulebook.platforms'](world, {}, context);
    const { platforms } = api['rulebook.platforms'].output.parse(result);
    const meeting = platforms.find((one) => one.id === 'tencent-meeting')!;
    expect(meeting.tracks).toEqual([
      { id: 'listing', title: '上架', covered: true },
      { id: 'search', title: '搜索', covered: true },
      { id: 'showcase', title: '展示', covered: true },
    ]);
    expect(meeting.categories.filter((one) => one.covered)).toHaveLength(34);
    expect(platforms.find((one) => one.id === 'tencent-open-platform')!.tracks).toEqual([]);
  });
});

describe('rulebook.facts', () => {
  test('lists the questions with what hangs on them and the answers that fit', async () => {
    const open = worldWith(dossierWith({ facts: { networked: true, 'icp-holder': 'nobody' } }));
    const result = await rulebookMethods['rulebook.facts'](open, { dossier: 'd' }, context);
    const { facts } = api['rulebook.facts'].output.parse(result);
    expect(facts.slice(0, 4).map((one) => [one.id, one.topic.id, one.answer])).toEqual([
      ['networked', 'identity', true],
      ['icp-holder', 'identity', undefined],
      ['software-copyright-holder', 'identity', undefined],
      ['commercial-service', 'identity', undefined],
    ]);
    expect(facts[0]!.changes).toEqual(
      expect.arrayContaining(['icp-filing-proof', 'icp-number', 'icp-website-related']),
    );
    // Questions of categories that were not chosen do not come up.
    expect(facts.map((one) => one.id)).not.toContain('insurance-role');
  });
});

describe('rulebook.rules', () => {
  test('every clause of kind clause, text or row is accounted for by a rule or as background', async () => {
    const result = await rulebookMethods['rulebook.rules'](world, { platform: 'tencent-meeting' }, context);
    const { rules, coverage, uncovered } = api['rulebook.rules'].output.parse(result);
    const { clauses } = await shelf.load('tencent-meeting');
    const wanted = [...clauses.values()].filter((one) => one.kind !== 'heading').map((one) => one.id);
    expect(wanted.filter((id) => !(id in coverage))).toEqual([]);
    expect(uncovered).toEqual([]);
    const ids = new Set(rules.map((rule) => rule.id));
    expect(Object.values(coverage).filter((by) => by !== 'background' && !ids.has(by))).toEqual([]);
    expect(rules.every((rule) => rule.cites.length > 0)).toBe(true);
    expect(rules.filter((rule) => !rule.automated).every((rule) => rule.kind === 'attestation')).toBe(true);
  });

  test('without a platform the rules of all are listed', async () => {
    const { coverage, uncovered } = await rulebookMethods['rulebook.rules'](world, {}, context);
    expect(uncovered).toEqual([]);
    expect(Object.keys(coverage)).toContain('open-platform/2.1.1');
  });
});

describe('rulebook.explain', () => {
  const explain = (id: string, language: 'zh' | 'en' = 'zh') =>
    rulebookMethods['rulebook.explain'](world, { id }, { ...context, language }).then((result) =>
      api['rulebook.explain'].output.parse(result),
    );

  test('a rule: what, why, how, how its sources differ, and the clauses with their dates', async () => {
    const found = await explain('app-logo-png');
    expect(found.paragraphs.map((one) => one.heading).slice(0, 5)).toEqual([
      '要求什么',
      '谁的义务',
      '怎么做',
      '涉及的材料',
      '规定之间的差异',
    ]);
    const [listing, ...others] = found.cites;
    expect([listing, others.find((one) => one.id === 'design/logo-3')]).toEqual([
      {
        id: 'listing/function-6',
        gist: expect.stringContaining('128×128'),
        source: '腾讯会议第三方应用上线审核规范',
        dated: '2023-06-28',
      },
      expect.objectContaining({ id: 'design/logo-3', dated: '2024-03-29' }),
    ]);
  });

  test('a clause: its gist, its source and what rests on it', async () => {
    const found = await explain('compliance/4.1-4');
    expect(found.kind).toBe('clause');
    expect(found.citedBy.map((one) => one.id)).toEqual(
      expect.arrayContaining(['icp', 'networked', 'icp-holder']),
    );
    expect(found.paragraphs.at(-1)!.text).toContain('2024-05-08');
    expect(found.paragraphs.map((one) => one.heading)).toEqual(
      expect.arrayContaining(['大意', '谁的义务', 'ICP 许可证或 ICP 备案', '涉及的材料', '出处']),
    );
  });

  test('a clause of the text without a date says so', async () => {
    const found = await explain('open-platform/1.2');
    expect(found.paragraphs.at(-1)!.text).toContain('没有写明日期');
  });

  test('a clause that asks nothing says why', async () => {
    const { paragraphs } = await explain('compliance/4.1-1');
    expect(paragraphs.length).toBeGreaterThanOrEqual(3);
    const bare = await explain('compliance/3.3-1');
    expect(bare.paragraphs.map((one) => one.heading)).toEqual(['大意', '为什么不列为要求', '出处']);
    expect(bare.citedBy).toEqual([]);
  });

  test('the program’s own rules are explained, too', async () => {
    expect((await explain('facts-answered', 'en')).paragraphs).toHaveLength(2);
  });

  test('an unknown id is a failure with those near', async () => {
    await expect(explain('app-logo-pixel')).rejects.toMatchObject({
      code: 'unknown-id',
      hint: { en: expect.stringContaining('app-logo-pixels') },
    });
    await expect(explain('listing/function-66')).rejects.toMatchObject({
      hint: { zh: expect.stringContaining('listing/function-6') },
    });
  });
});

describe('review.statements', () => {
  test('come by topic, with who made them', async () => {
    const open = worldWith(cleanDossier());
    const result = await reviewMethods['review.statements'](open, { dossier: 'd' }, context);
    const { topics } = api['review.statements'].output.parse(result);
    expect(topics.map((one) => one.id).slice(0, 4)).toEqual(['product', 'texts', 'pictures', 'papers']);
    expect(topics.flatMap((one) => one.statements).every((one) => one.by !== '')).toBe(true);
    const all = topics.flatMap((one) => one.statements);
    expect(all.every((one) => one.attested?.by === '王五')).toBe(true);
    expect(all.map((one) => one.rule)).not.toContain('licensor-papers-signed');
    expect(Math.max(...topics.map((one) => one.statements.length))).toBeLessThanOrEqual(8);
  });
});

describe('review.deadlines', () => {
  const deadlines = (today: string) =>
    reviewMethods['review.deadlines'](worldWith(dossierWith(), today), { dossier: 'd' }, context).then(
      (result) => api['review.deadlines'].output.parse(result).deadlines,
    );

  test('the platform’s answer is due in five working days', async () => {
    const found = await deadlines('2026-07-01');
    expect(found.filter((one) => one.rule === 'platform-reviews-listing')).toEqual([
      {
        rule: 'platform-reviews-listing',
        title: '平台审核上架申请',
        owes: 'platform',
        to: 'provider',
        starts: '提交上架申请',
        duration: '之后 5 个工作日内',
        dueIs: 'latest',
        ifStartedOn: '2026-07-01',
        due: '2026-07-08',
        cites: ['listing/process-1'],
      },
    ]);
  });

  test('a day that is given counts, and one for a duty that is not there is refused', async () => {
    const ask = (starts: Record<string, string>) =>
      reviewMethods['review.deadlines'](
        worldWith(dossierWith(), '2026-07-01'),
        { dossier: 'd', starts },
        context,
      );
    const { deadlines: found } = await ask({ 'platform-reviews-listing': '2026-09-28' });
    expect(found.find((one) => one.rule === 'platform-reviews-listing')!.due).toBe('2026-10-10');
    await expect(ask({ 'platform-review-listing': '2026-09-28' })).rejects.toMatchObject({
      code: 'unknown-duty',
      hint: { zh: expect.stringContaining('platform-reviews-listing') },
    });
  });

  test('beyond the calendar no day is given, and why', async () => {
    const found = await deadlines('2099-01-01');
    const deadline = found.find((one) => one.rule === 'platform-reviews-listing');
    expect(deadline).not.toHaveProperty('due');
    expect(deadline!.note).toContain('节假日');
  });
});
