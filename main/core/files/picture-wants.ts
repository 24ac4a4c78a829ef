import { z } from 'zod';
import { contentTypeSchema, type ContentType } from '../../contract/files.ts';
import type { DossierDocument } from '../../contract/dossier.ts';
import type { CheckRule, Rulebook } from '../../contract/rulebook.ts';
import { circumstancesOf } from '../rulebook/circumstances.ts';
import { evaluate } from '../rulebook/evaluate.ts';
import { fieldsOf, isCheckRule, isRequirementRule, papersOf } from '../rulebook/rule-kinds.ts';

/** What the rules together want of the pictures of one field: the strictest of each. */
export interface PictureWants {
  readonly size: { readonly widthPx: number; readonly heightPx: number; readonly rule: string } | null;
  readonly bytes: { readonly maxBytes: number; readonly rule: string } | null;
  /** What every rule allows; null where none speaks. */
  readonly types: { readonly allowed: readonly ContentType[]; readonly rule: string } | null;
  /** Of a logo, in px of its wanted size. */
  readonly corners: {
    readonly radiusPx: number;
    readonly tolerancePx: number;
    readonly rule: string;
  } | null;
  /** Enlarged by so much, a picture is taken for soft; null where no rule speaks. */
  readonly mostEnlargement: number | null;
}

const sizeParameters = z.looseObject({ widthPx: z.number(), heightPx: z.number() });
const bytesParameters = z.looseObject({ maxBytes: z.number() });
const cornerParameters = z.looseObject({ radiusPx: z.number(), tolerancePx: z.number() });
const sharpParameters = z.looseObject({ mostEnlargement: z.number() });
const typeParameters = z.looseObject({ allowed: z.array(contentTypeSchema) });

/** Reads what the rulebook's checks want of a field's pictures in this dossier. */
export function pictureWants(
  rulebook: Pick<Rulebook, 'platform' | 'facts' | 'rules'>,
  document: DossierDocument,
  field: string,
): PictureWants {
  const rules = checksOn(rulebook, document, field);
  let size: PictureWants['size'] = null;
  let bytes: PictureWants['bytes'] = null;
  let types: PictureWants['types'] = null;
  let corners: PictureWants['corners'] = null;
  let mostEnlargement: number | null = null;
  for (const { id, check, parameters } of rules) {
    if (check === 'image-pixels') size ??= { ...sizeParameters.parse(parameters), rule: id };
    if (check === 'image-bytes') {
      const { maxBytes } = bytesParameters.parse(parameters);
      if (bytes === null || maxBytes < bytes.maxBytes) bytes = { maxBytes, rule: id };
    }
    if (check === 'logo-corners') corners ??= { ...cornerParameters.parse(parameters), rule: id };
    if (check === 'picture-sharp') {
      const most = sharpParameters.parse(parameters).mostEnlargement;
      mostEnlargement = Math.min(mostEnlargement ?? most, most);
    }
    if (check === 'image-type') {
      const { allowed } = typeParameters.parse(parameters);
      types = types === null ? { allowed, rule: id } : narrow(types, allowed, id);
    }
  }
  return { size, bytes, types, corners, mostEnlargement };
}

/** The check rules that look at a field of this dossier; those that hang on an unanswered question among them. */
export function checksOn(
  rulebook: Pick<Rulebook, 'platform' | 'facts' | 'rules'>,
  document: DossierDocument,
  field: string,
): readonly CheckRule[] {
  const circumstances = circumstancesOf(rulebook, document);
  const requirements = rulebook.rules
    .filter(isRequirementRule)
    .filter((rule) => fieldsOf(rule).includes(field))
    .map((rule) => rule.id);
  const looksAt = (rule: CheckRule): boolean =>
    'field' in rule.on
      ? rule.on.field === field
      : papersOf(rule, rulebook.rules).some((id) => requirements.includes(id));
  return rulebook.rules
    .filter(isCheckRule)
    .filter((rule) => looksAt(rule) && evaluate(rule.applies, circumstances).holds !== 'no');
}

/** The strictest of what two fields want that hold the same picture; null where no one picture can serve both. */
export function wantsOfBoth(one: PictureWants, other: PictureWants): PictureWants | null {
  const [a, b] = [one.size, other.size];
  if (a !== null && b !== null && (a.widthPx !== b.widthPx || a.heightPx !== b.heightPx)) return null;
  const bytes = [one.bytes, other.bytes]
    .filter((each) => each !== null)
    .toSorted((x, y) => x.maxBytes - y.maxBytes);
  const types =
    one.types === null || other.types === null
      ? (one.types ?? other.types)
      : narrow(one.types, other.types.allowed, other.types.rule);
  return {
    size: a ?? b,
    bytes: bytes[0] ?? null,
    types,
    corners: one.corners ?? other.corners,
    mostEnlargement:
      one.mostEnlargement === null || other.mostEnlargement === null
        ? (one.mostEnlargement ?? other.mostEnlargement)
        : Math.min(one.mostEnlargement, other.mostEnlargement),
  };
}

function narrow(
  before: NonNullable<PictureWants['types']>,
  allowed: readonly ContentType[],
  rule: string,
): NonNullable<PictureWants['types']> {
  const both = before.allowed.filter((type) => allowed.includes(type));
  return both.length < before.allowed.length ? { allowed: both, rule } : before;
}
