import { z } from 'zod';
import { dossierDocumentSchema, type DossierDocument } from '../../main/contract/dossier.ts';
import { fileInspectionSchema, imageMeasureSchema, scanPageSchema } from '../../main/contract/files.ts';
import { scanMeasureSchema } from '../../main/contract/scan-measure.ts';
import { pictureMeasureSchema } from '../../main/contract/picture-measure.ts';
import type { CheckRule, Rulebook } from '../../main/contract/rulebook.ts';
import { fieldValue } from '../../main/core/dossier/fields.ts';
import { papersOf } from '../../main/core/rulebook/rule-kinds.ts';
import type { Situation, Subject } from '../../main/core/review/check.ts';

const measure = {
  widthPx: 1,
  heightPx: 1,
  frames: 1,
  hasAlpha: false,
  pixelSha256: 'p0',
  colouredShare: 0.2,
  redShare: 0,
  contrast: 60,
};

const pictureMeasure = {
  transparentShare: 0,
  detailShare: 0.2,
  likeness: '',
  codes: [],
  finders: 0,
};

const scanMeasure = {
  source: 'picture',
  page: {
    found: 'frame',
    corners: [0, 1, 2, 3].map(() => ({ x: 0, y: 0 })),
    share: 1,
    cut: [],
    perspective: 0,
  },
  skewDegrees: 0,
  dpi: null,
  dpiFrom: null,
  light: { paper: 240, evenness: 1 },
  glare: null,
  focus: null,
  inkShare: 0.05,
  isBlank: false,
  seals: [],
  fingerprint: '',
};

const scanOf = (given: { readonly page?: object }) =>
  scanMeasureSchema.parse({ ...scanMeasure, ...given, page: { ...scanMeasure.page, ...given.page } });

/** What an example of a check rule says: a field's value (repeated `times`), or files; parts of a dossier around it. */
const exampleSchema = z.strictObject({
  as: z.string().min(1),
  value: z.unknown().optional(),
  times: z.number().int().positive().optional(),
  document: z.record(z.string(), z.unknown()).optional(),
  files: z.array(z.record(z.string(), z.unknown())).optional(),
});

const inspectionOf = (given: Record<string, unknown>, index: number) => {
  const image = given['image'] as object | undefined;
  const more = given['picture'] as object | undefined;
  const pages = given['pages'] as { measure: object; scan?: object }[] | undefined;
  return fileInspectionSchema.parse({
    path: `file-${index}`,
    sizeBytes: 1000,
    sha256: `sha-${index}`,
    type: 'png',
    namedType: 'png',
    ...given,
    ...(image ? { image: imageMeasureSchema.parse({ ...measure, ...image }) } : {}),
    ...(more ? { picture: pictureMeasureSchema.parse({ ...pictureMeasure, ...more }) } : {}),
    ...(pages
      ? {
          pages: pages.map((page) =>
            scanPageSchema.parse({
              ...page,
              measure: { ...measure, ...page.measure },
              ...(page.scan ? { scan: scanOf(page.scan) } : {}),
            }),
          ),
        }
      : {}),
  });
};

/** A dossier with these parts and nothing else. */
export const dossierWith = (parts: Record<string, unknown> = {}): DossierDocument =>
  dossierDocumentSchema.parse({
    schema: 'yinqi/dossier@1',
    platform: 'tencent-meeting',
    track: 'listing',
    categories: ['general/other'],
    ...parts,
  });

/** Makes a rule's example into what its check is given. */
export function subjectOfExample(
  rulebook: Rulebook,
  rule: CheckRule,
  example: unknown,
): { readonly as: string; readonly subject: Subject; readonly situation: Situation } {
  const { as, value, times, document: parts, files } = exampleSchema.parse(example);
  const document = dossierWith(parts);
  const inspected = (files ?? []).map(inspectionOf);
  const field =
    'field' in rule.on
      ? rule.on.field
      : 'letters' in rule.on
        ? `letters.${rule.on.letters[0]}.wording`
        : papersOf(rule, rulebook.rules)[0]!;
  const given = typeof value === 'string' && times !== undefined ? value.repeat(times) : value;
  return {
    as,
    subject:
      files === undefined
        ? { kind: 'field', field, value: given ?? fieldValue(document, field) }
        : { kind: 'files', requirement: field, files: inspected },
    situation: {
      document,
      rulebook,
      inspections: new Map(inspected.map((one) => [one.path, one])),
      today: '2026-07-01',
    },
  };
}
