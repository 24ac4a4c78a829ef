import type { ContentType } from '../contract/files.ts';
import { fieldTitles } from '../contract/field-titles.ts';
import { fieldValue, filesOfField, usedFiles } from '../core/dossier/fields.ts';
import { pictureWants } from '../core/files/picture-wants.ts';
import { comparedPath } from '../core/files/same-path.ts';
import { suggestPlace, type LooseFile, type People, type Place } from '../core/files/suggest-place.ts';
import { resolveRequirements } from '../core/requirements/resolve-requirements.ts';
import type { DossierDocument } from '../contract/dossier.ts';
import type { Rulebook } from '../contract/rulebook.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { inspectFile } from './inspect-dossier.ts';
import type { Methods } from './method.ts';
import { readPapers } from './papers.ts';

/** Places for files that are in none. */
export const placeMethods: Pick<Methods, 'files.suggestPlaces'> = {
  async 'files.suggestPlaces'(world, { dossier }, context) {
    const open = await world.dossiers.open(dossier);
    const rulebook = await world.rulebooks.load(open.document.platform);
    const places = placesOf(open.document, rulebook);
    const people = peopleOf(open.document);
    const used = new Set(usedFiles(open.document).map(({ path }) => comparedPath(path)));
    const loose = open.files.filter(({ path }) => !used.has(comparedPath(path)));
    const suggested = [];
    for (const [done, { path }] of loose.entries()) {
      context.signal.throwIfAborted();
      const label = { zh: `正在辨认 ${path}`, en: `Telling what ${path} is` }[context.language];
      context.onProgress({ done, total: loose.length, label });
      const place = await placeOf(world, open, path, places, people, context);
      if (place !== null) suggested.push({ path, ...place });
    }
    const label = { zh: '辨认完毕', en: 'All files looked at' }[context.language];
    context.onProgress({ done: loose.length, total: loose.length, label });
    return { places: suggested };
  },
};

/** What is cheap to know is asked first: the name and size, then the page codes, then the print. */
async function placeOf(
  world: World,
  open: OpenDossier,
  path: string,
  places: readonly Place[],
  people: People,
  context: CallContext,
): Promise<ReturnType<typeof suggestPlace>> {
  const named = suggestPlace({ path }, places, people);
  if (named !== null) return named;
  const seen = await inspectFile(world, open.ref, path, ['identity'], context.signal);
  if (seen.problem !== undefined) return null;
  const size = seen.type === 'pdf' ? undefined : await sizeOf(world, open, path, context);
  const file: LooseFile = { path, size };
  const sized = suggestPlace(file, places, people);
  if (sized !== null || !isPaperLike(seen.type, size)) return sized;
  const { pages = [] } = await inspectFile(world, open.ref, path, ['scan'], context.signal);
  const letters = pages.flatMap(({ code }) => (code === undefined ? [] : [code.letter]));
  const coded = suggestPlace({ ...file, letters }, places, people);
  if (coded !== null) return coded;
  const [read] = await readPapers(world, open, [path], { ...context, onProgress: () => undefined });
  if (read === undefined) return null;
  const names = read.particulars
    .filter(({ particular }) => particular === 'person-name' || particular === 'company-name')
    .map(({ value }) => value);
  return suggestPlace({ ...file, paper: { kind: read.kind, names } }, places, people);
}

/** Every place for files of what this dossier needs, in form order. */
function placesOf(document: DossierDocument, rulebook: Rulebook): readonly Place[] {
  const rules = new Map(rulebook.rules.map((rule) => [rule.id, rule]));
  return resolveRequirements({ rulebook, document }).flatMap(
    ({ id, kind, fields, title, status, optional }) => {
      if (kind !== 'document' && kind !== 'asset' && kind !== 'letter') return [];
      const rule = rules.get(id);
      const reads = rule?.kind === 'document' ? rule.reads : undefined;
      return fields.map((field): Place => {
        const { size } = pictureWants(rulebook, document, field);
        const own = Object.hasOwn(fieldTitles, field)
          ? fieldTitles[field as keyof typeof fieldTitles] // Safe: asked the line before.
          : title;
        return {
          field,
          titles: [own.zh, own.en],
          isEmpty: filesOfField(document, field).length === 0,
          isDue: status !== 'open' && !optional,
          reads,
          size: size ?? undefined,
        };
      });
    },
  );
}

/** The names that tell two papers of one kind apart. */
function peopleOf(document: DossierDocument): People {
  const text = (field: string): string | undefined => {
    const value = fieldValue(document, field);
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
  const named: [keyof People, string | undefined][] = [
    ['company', text('company.name')],
    ['legal-representative', text('company.legalRepresentative.name')],
    ['agent', text('company.agent.name')],
  ];
  return Object.fromEntries(named.filter(([, name]) => name !== undefined));
}

/** The upright size of a picture in px; undefined for what is no picture. */
async function sizeOf(
  world: World,
  open: OpenDossier,
  path: string,
  { signal }: CallContext,
): Promise<LooseFile['size']> {
  const { size, image } = await inspectFile(world, open.ref, path, ['size'], signal);
  if (size !== undefined) return { widthPx: size.width, heightPx: size.height };
  return image === undefined ? undefined : { widthPx: image.widthPx, heightPx: image.heightPx };
}

/** Large enough to bear print that can be read, in a type that scanners and phones make. */
const isPaperLike = (type: ContentType, size: LooseFile['size']): boolean =>
  type === 'pdf' ||
  (['png', 'jpeg', 'tiff', 'heic', 'webp'].includes(type) &&
    size !== undefined &&
    Math.min(size.widthPx, size.heightPx) >= 600);
