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
}

const sizeParameters = z.looseObject({ widthPx: z.number(), heightPx: z.number() });
const bytesParameters = z.looseObject({ maxBytes: z.number() });
const typeParameters = z.looseObject({ allowed: z.array(contentTypeSchema) });

/** Reads what the rulebook's checks want of a field's pictures in this dossier. */
export function pictureWants(
  rulebook: Pick<Rulebook, 'platform' | 'facts' | 'rules'>,
  document: DossierDocument,
  field: string,
): PictureWants {
  const circumstances = circumstancesOf(rulebook, document);
  const requirements = rulebook.rules
    .filter(isRequirementRule)
    .filter((rule) => fieldsOf(rule).includes(field))
    .map((rule) => rule.id);
  const looksAt = (rule: CheckRule): boolean =>
    'field' in rule.on
      ? rule.on.field === field
      : papersOf(rule, rulebook.rules).some((id) => requirements.includes(id));
  const rules = rulebook.rules
    .filter(isCheckRule)
    .filter((rule) => looksAt(rule) && evaluate(rule.applies, circumstances).holds !== 'no');

  let size: PictureWants['size'] = null;
  let bytes: PictureWants['bytes'] = null;
  let types: PictureWants['types'] = null;
  for (const { id, check, parameters } of rules) {
    if (check === 'image-pixels') size ??= { ...sizeParameters.parse(parameters), rule: id };
    if (check === 'image-bytes') {
      const { maxBytes } = bytesParameters.parse(parameters);
      if (bytes === null || maxBytes < bytes.maxBytes) bytes = { maxBytes, rule: id };
    }
    if (check === 'image-type') {
      const { allowed } = typeParameters.parse(parameters);
      types = types === null ? { allowed, rule: id } : narrow(types, allowed, id);
    }
  }
  return { size, bytes, types };
}

function narrow(
  before: NonNullable<PictureWants['types']>,
  allowed: readonly ContentType[],
  rule: string,
): NonNullable<PictureWants['types']> {
  const both = before.allowed.filter((type) => allowed.includes(type));
  return both.length < before.allowed.length ? { allowed: both, rule } : before;
}
