import { z } from 'zod';
import { localizedSchema } from './language.ts';

/** `YYYY-MM-DD`, a day that exists. */
export const isoDateSchema = z.iso.date();

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => isoDateSchema.safeParse(text).success;

/** A path inside the dossier folder: relative, forward slashes; whether it leaves the folder is checked where it is opened. */
const dossierPathSchema = z.string().min(1);

export const idTypes = ['resident', 'passport', 'hk-macao', 'taiwan'] as const;

const personSchema = z.strictObject({
  name: z.string().optional(),
  idType: z.enum(idTypes).optional(),
  idNumber: z.string().optional(),
});

const agentSchema = z.strictObject({
  ...personSchema.shape,
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** The sizes that company seals have, in millimetres: round ones across; oval ones lie on their long side. */
export const sealSizes = {
  round: { widthMm: [38, 45], heightMm: [38, 45] },
  oval: { widthMm: [38, 50], heightMm: [25, 45] },
} as const;

/**
 * The company's seal as it was cut: the guides on letters take its shape and size. A round seal is as high as it is wide,
 * and its height may be left out; an oval one is wider than it is high.
 */
export const companySealSchema = z
  .strictObject({
    shape: z.enum(['round', 'oval']),
    widthMm: z.number(),
    heightMm: z.number().optional(),
  })
  .superRefine(({ shape, widthMm, heightMm = shape === 'round' ? widthMm : undefined }, context) => {
    const sizes = sealSizes[shape];
    const refuse = (side: 'widthMm' | 'heightMm', zh: string, en: string): void => {
      context.addIssue({ code: 'custom', path: [side], message: en, params: { wanted: { zh, en } } });
    };
    const fits = (value: number, [least, most]: readonly [number, number]): boolean =>
      value >= least && value <= most;
    const [narrow, wide] = sizes.widthMm;
    if (!fits(widthMm, sizes.widthMm)) {
      refuse(
        'widthMm',
        ` ${narrow} 到 ${wide} 之间的毫米数`,
        `a number of millimetres from ${narrow} to ${wide}`,
      );
    } else if (shape === 'round' && heightMm !== widthMm) {
      refuse('heightMm', `圆章的高与宽相同：${widthMm}`, `the width of a round seal, ${widthMm}`);
    } else if (shape === 'oval') {
      const [low, high] = [sizes.heightMm[0], Math.min(sizes.heightMm[1], widthMm)];
      if (heightMm === undefined || heightMm < low || heightMm > sizes.heightMm[1] || heightMm >= widthMm) {
        refuse(
          'heightMm',
          `椭圆章 ${low} 到 ${high} 之间、小于宽的毫米数`,
          `a number of millimetres from ${low} to ${high} and less than the width of an oval seal`,
        );
      }
    }
  });
export type CompanySeal = z.infer<typeof companySealSchema>;

const companySchema = z.strictObject({
  name: z.string().optional(),
  /** Unified social credit code, GB 32100-2015. */
  uscc: z.string().optional(),
  legalRepresentative: personSchema.optional(),
  agent: agentSchema.optional(),
  address: z.string().optional(),
  /** Customer-service phone. */
  phone: z.string().optional(),
  website: z.string().optional(),
  /** ICP licence or filing number. */
  icpNumber: z.string().optional(),
  logo: dossierPathSchema.optional(),
  seal: companySealSchema.optional(),
});

/** What a licensor lets the applicant use; each letter of authorisation takes the licensor of its own right. */
export const licensedRights = [
  'software-copyright', 'game-licence', 'game-copyright', 'special-licence', 'news-source', 'content', 'brand',
] as const; // prettier-ignore
export type LicensedRight = (typeof licensedRights)[number];

const partySchema = z.strictObject({
  role: z.enum(['licensor', 'affiliate', 'technology-provider', 'assessor']),
  kind: z.enum(['company', 'individual']),
  name: z.string().optional(),
  identifier: z.string().optional(),
  representative: z.string().optional(),
  /** Of a licensor: what it lets the applicant use. Left out or empty, whatever a letter asks for. */
  licenses: z.array(z.enum(licensedRights)).optional(),
});

const permissionSchema = z.strictObject({ name: z.string(), purpose: z.string().optional() });

const appSchema = z.strictObject({
  name: z.string().optional(),
  /** As shown once installed, if different. */
  installedName: z.string().optional(),
  intro: z.string().optional(),
  description: z.string().optional(),
  searchKeywords: z.array(z.string()).optional(),
  permissions: z.array(permissionSchema).optional(),
  version: z.string().optional(),
  releaseNotes: z.string().optional(),
  privacyPolicyUrl: z.string().optional(),
  termsUrl: z.string().optional(),
  privacyPolicy: dossierPathSchema.optional(),
  terms: dossierPathSchema.optional(),
  logo: dossierPathSchema.optional(),
  previews: z
    .strictObject({
      desktop: z.array(dossierPathSchema).optional(),
      mobile: z.array(dossierPathSchema).optional(),
    })
    .optional(),
});

/** An answer to a fact of the rulebook: yes or no, one option, or several. */
export const factAnswerSchema = z.union([z.boolean(), z.string(), z.array(z.string())]);
export type FactAnswer = z.infer<typeof factAnswerSchema>;

export const attestationSchema = z.strictObject({
  by: z.string().min(1),
  on: isoDateSchema,
  note: z.string().optional(),
});
export type Attestation = z.infer<typeof attestationSchema>;

/**
 * What a letter was made from when it was printed or its signed scan was kept, so that it can be said later why it is out
 * of date. Hashes, not contents; written by the program.
 */
export const letterOriginSchema = z.strictObject({
  on: isoDateSchema,
  /** The wording: its version, whose it is, and a hash of its text. */
  template: z.strictObject({
    version: z.string(),
    origin: z.enum(['app', 'team']),
    text: z.string(),
    /** Where it takes in shared clauses: a hash of its own words alone, and each clause with a hash of its words. */
    own: z.string().optional(),
    clauses: z
      .record(
        z.string(),
        z.strictObject({
          title: localizedSchema,
          version: z.string(),
          origin: z.enum(['app', 'team']),
          text: z.string(),
        }),
      )
      .optional(),
  }),
  /** The platform's form that it was made on instead: its version, the SHA-256 of the PDF, and a hash of what its fields say. */
  form: z
    .strictObject({ version: z.number().int().positive(), sha256: z.string(), fields: z.string() })
    .optional(),
  /** The rulebook's version, and a hash of what the rule that asks for the letter rests on; absent for a letter that none asks for. */
  rule: z.strictObject({ rulebook: z.string(), text: z.string() }).optional(),
  /** Variable of the wording to a hash of what it was. */
  data: z.record(z.string(), z.string()),
});
export type LetterOrigin = z.infer<typeof letterOriginSchema>;

/** Whether the pages of a letter bear a code that tells what they are. */
export const pageCodeSchema = z.enum(['on', 'off']);
export type PageCodeChoice = z.infer<typeof pageCodeSchema>;

/** What is typed into one letter; a date left out is printed blank, to be written by hand. */
export const letterEntrySchema = z.strictObject({
  date: isoDateSchema.optional(),
  validFrom: isoDateSchema.optional(),
  validUntil: isoDateSchema.optional(),
  /** What the template asks for besides dates: ask id to what is typed; dates as YYYY-MM-DD. */
  fields: z.record(z.string(), z.string()).optional(),
  /** Whether its pages bear a page code; left out, as the template says. Without one a scan cannot file itself. */
  pageCode: pageCodeSchema.optional(),
  /** `own`: made in our own wording, although the platform's form is there. */
  wording: z.literal('own').optional(),
  /** Revision to what that print was made from; the latest few. */
  made: z.record(z.string(), letterOriginSchema).optional(),
});
export type LetterEntry = z.infer<typeof letterEntrySchema>;

/** A repair that was made, so that it can be undone and each file that came of it is traced to its original. Written by the program. */
export const repairRecordSchema = z.strictObject({
  on: isoDateSchema,
  /** The new files: path to SHA-256. */
  made: z.record(z.string(), z.string()).optional(),
  /** The original of what was made and put in no field's place. */
  of: z.string().optional(),
  /** What the fields held of it before and after: files in their order, or one text. */
  changes: z.array(z.strictObject({ field: z.string(), from: z.array(z.string()), to: z.array(z.string()) })),
});
export type RepairRecord = z.infer<typeof repairRecordSchema>;

/** What a person does about one point of a rejection. */
export const rejectionTaskSchema = z.strictObject({
  /** The clause or the rule that was picked. */
  clause: z.string().optional(),
  rule: z.string().optional(),
  /** The point of the reviewer's words that it answers. */
  words: z.string().optional(),
  /** What was done about it: the answer to the reviewer. */
  note: z.string().optional(),
  /** The day it was done; absent while it is not. */
  done: isoDateSchema.optional(),
});
export type RejectionTask = z.infer<typeof rejectionTaskSchema>;

/** An answer of the platform that sent the application back. */
export const rejectionSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  /** The day it came. */
  on: isoDateSchema,
  /** The reviewer's words as they were. */
  words: z.string().min(1),
  tasks: z.array(rejectionTaskSchema).optional(),
});
export type Rejection = z.infer<typeof rejectionSchema>;

/** The day on which the platform accepted the application, as the user records it. */
export const acceptanceSchema = z.strictObject({ on: isoDateSchema });

/** Papers that can be set to be erased: copies of identity papers, and all other scans under documents. */
export const retainedKinds = ['id-copies', 'scans'] as const;
export type RetainedKind = (typeof retainedKinds)[number];

/** When papers are erased: so many days after acceptance; when someone confirms it, or at the app's start. */
export const retentionSchema = z.strictObject({
  days: z.number().int().min(0).max(36_500),
  what: z.array(z.enum(retainedKinds)).min(1),
  when: z.enum(['on-confirmation', 'at-start']).optional(),
});
export type Retention = z.infer<typeof retentionSchema>;

/** A paper whose bytes were erased: what it was, and the fields that held it. Written by the program. */
export const erasedPaperSchema = z.strictObject({
  on: isoDateSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.number().int().nonnegative(),
  fields: z.array(z.string()),
});
export type ErasedPaper = z.infer<typeof erasedPaperSchema>;

/**
 * `dossier.yaml` (interface section 3): one application being prepared. Every field but the first three
 * may be left out; unknown keys are errors. `id`, `letters`, `repairs`, `rejections`,
 * `acceptance`, `retention` and `erased` add to the interface.
 */
export const dossierDocumentSchema = z.strictObject({
  schema: z.literal('yinqi/dossier@1'),
  /** Names the dossier in page codes; written by the app, absent in folders made by hand. */
  id: z
    .string()
    .regex(/^[0-9a-z-]{1,40}$/)
    .optional(),
  platform: z.string().min(1),
  track: z.string().optional(),
  categories: z.array(z.string()),
  applicant: z.strictObject({ kind: z.enum(['company', 'individual']) }).optional(),
  company: companySchema.optional(),
  parties: z.array(partySchema).optional(),
  app: appSchema.optional(),
  facts: z.record(z.string(), factAnswerSchema).optional(),
  /** Requirement id to one file or several. */
  documents: z.record(z.string(), z.union([dossierPathSchema, z.array(dossierPathSchema)])).optional(),
  /** Rule id to the statement of a named person. */
  attestations: z.record(z.string(), attestationSchema).optional(),
  /** Letter id to what is typed into it. */
  letters: z.record(z.string(), letterEntrySchema).optional(),
  /** Repair id to what it did. */
  repairs: z.record(z.string(), repairRecordSchema).optional(),
  acceptance: acceptanceSchema.optional(),
  retention: retentionSchema.optional(),
  /** Path to what stood there and was erased. */
  erased: z.record(dossierPathSchema, erasedPaperSchema).optional(),
  /** In the order in which they came. */
  rejections: z.array(rejectionSchema).optional(),
});
export type DossierDocument = z.infer<typeof dossierDocumentSchema>;

/** One edit of a dossier: `path` such as `app.name` or `documents.business-licence`; null removes the field. */
export const fieldEditSchema = z.strictObject({
  path: z.array(z.union([z.string(), z.number().int().nonnegative()])).min(1),
  value: z.unknown(),
});
export type FieldEdit = z.infer<typeof fieldEditSchema>;
