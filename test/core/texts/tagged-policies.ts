import { readdirSync, readFileSync } from 'node:fs';
import type { DossierDocument } from '../../../main/contract/dossier.ts';
import type { TextStandard } from '../../../main/contract/text-standard.ts';
import { laidOutText } from '../../../main/core/app/readable-text.ts';
import { judgePoint, type PointAnswer } from '../../../main/core/texts/judge-points.ts';
import { dossierWith } from '../../rulebook/example-subject.ts';
import { loadRulebook } from '../../rulebook/load-rulebook.ts';

const folder = new URL('policies/', import.meta.url);

/** A line of a written policy with the points that it alone answers, in `[[ ]]` at its beginning. */
export interface TaggedLine {
  readonly points: readonly string[];
  readonly text: string;
}

/** One of our own policies: complete, of a made-up company. */
export interface TaggedPolicy {
  readonly name: string;
  readonly company: string;
  readonly lines: readonly TaggedLine[];
}

const companyIn =
  /(?:由|是|为|：|名称 \| |<b>|^\[\[.*?\]\] )((?:(?!由|是|为)[\p{Script=Han}])+?(?:<\/b>[\p{Script=Han}]+?)?(?:有限公司|股份有限公司))/u;

function readPolicy(name: string): TaggedPolicy {
  const lines = readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .map((line): TaggedLine => {
      const [, points, text] = /^\[\[([a-z,-]+)\]\] ?(.*)$/.exec(line) ?? [];
      return { points: points?.split(',') ?? [], text: text ?? line };
    });
  const named = lines.find(({ points }) => points.includes('operator-named'))?.text ?? '';
  const company = companyIn.exec(named)?.[1]?.replaceAll(/<[^>]+>/g, '');
  if (company === undefined) throw new Error(`no company in ${name}`);
  return { name, company, lines };
}

/** Every policy of the folder. */
export const taggedPolicies: readonly TaggedPolicy[] = readdirSync(folder).sort().map(readPolicy);

const rulebook = await loadRulebook();

/** The standard of a text on tencent-meeting. */
export function standardOf(id: string): TextStandard {
  const standard = rulebook.texts?.find((one) => one.id === id);
  if (standard === undefined) throw new Error(`no standard ${id}`);
  return standard;
}

/** What the standard finds in a text of this company, by point. */
export function judged(
  text: string,
  options: { readonly path?: string; readonly company?: string; readonly standard?: string } = {},
): ReadonlyMap<string, PointAnswer> {
  const { path = 'texts/p.md', company = '深圳市样例科技有限公司', standard = 'privacy-policy' } = options;
  const type = path.endsWith('html') ? 'html' : 'text';
  const read = laidOutText({ path, sizeBytes: 1, type, text });
  if (read === null) throw new Error('no text');
  const document: DossierDocument = dossierWith({ company: { name: company } });
  const whole = standardOf(standard);
  return new Map(
    whole.items
      .flatMap((item) => item.points)
      .map((point) => [point.id, judgePoint(read, whole, point, document)]),
  );
}
