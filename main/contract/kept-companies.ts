import { z } from 'zod';
import { dossierRef as dossier, method } from './api-method.ts';
import { dossierDocumentSchema, type DossierDocument } from './dossier.ts';

/** A company as dossiers have it, but for its logo, which is a file. */
export const companyDetailsSchema = dossierDocumentSchema.shape.company.unwrap().omit({ logo: true });
export type CompanyDetails = z.infer<typeof companyDetailsSchema>;

/** A person who signs or acts for companies, as dossiers have an agent. */
export const personDetailsSchema = companyDetailsSchema.shape.agent.unwrap();
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** What is kept once for all dossiers, by kind. */
export interface KeptDetails {
  readonly company: CompanyDetails;
  readonly person: PersonDetails;
}
export type KeptKind = keyof KeptDetails;

/** The fields of a company that dossiers share, in the order of the form; `logo` and `seal` each count as a whole. */
export const companyFields = [
  'name',
  'uscc',
  'address',
  'website',
  'phone',
  'icpNumber',
  'legalRepresentative.name',
  'legalRepresentative.idType',
  'legalRepresentative.idNumber',
  'agent.name',
  'agent.idType',
  'agent.idNumber',
  'agent.phone',
  'agent.email',
  'logo',
  'seal',
] as const satisfies readonly CompanyFieldName[];
type CompanyFieldName = keyof NonNullable<DossierDocument['company']> | `${string}.${string}`;

const companyFieldSchema = z.enum(companyFields);
/** A field of a company, without `company.` before it. */
export type CompanyField = z.infer<typeof companyFieldSchema>;

const id = z.string().min(1);
const revision = z.number().int().nonnegative();
const nothing = z.strictObject({});

const keptCompanySchema = z.strictObject({
  company: id,
  revision,
  changedAt: z.string(),
  details: companyDetailsSchema,
  /** The file name of its logo; null without one. */
  logo: z.string().nullable(),
});
export type KeptCompany = z.infer<typeof keptCompanySchema>;

const keptPersonSchema = z.strictObject({
  person: id,
  revision,
  changedAt: z.string(),
  details: personDetailsSchema,
});
export type KeptPerson = z.infer<typeof keptPersonSchema>;

const companySummarySchema = z.strictObject({
  company: id,
  name: z.string(),
  uscc: z.string(),
  legalRepresentative: z.string(),
  agent: z.string(),
  changedAt: z.string(),
  /** How many dossiers, archived ones too, are of this company by credit code or, lacking one, by name. */
  dossiers: z.number(),
});
export type CompanySummary = z.infer<typeof companySummarySchema>;

const personSummarySchema = z.strictObject({
  person: id,
  name: z.string(),
  /** Masked but for its ends; empty where there is none. */
  idNumber: z.string(),
  phone: z.string(),
  changedAt: z.string(),
});
export type PersonSummary = z.infer<typeof personSummarySchema>;

const companyDifferenceSchema = z.strictObject({
  field: companyFieldSchema,
  /** In words as far as it is text, for the seal its measures; null where the field is empty. Identity numbers are masked where that still tells them apart. */
  kept: z.string().nullable(),
  there: z.string().nullable(),
});
export type CompanyDifference = z.infer<typeof companyDifferenceSchema>;

const comparedDossierSchema = z.strictObject({
  dossier,
  title: z.string(),
  revision,
  /** Said of those that were looked for. */
  isArchived: z.boolean().optional(),
  differences: z.array(companyDifferenceSchema),
});
export type ComparedDossier = z.infer<typeof comparedDossierSchema>;

/** Companies and people, typed once and used in every dossier. Nothing in a dossier changes but by `companies.use`. */
export const companiesApi = {
  'companies.list': method(nothing, z.strictObject({ companies: z.array(companySummarySchema) })),
  'companies.open': method(z.strictObject({ company: id }), keptCompanySchema),
  /** Without `company` a new one. Throws `kept-conflict` when it was changed elsewhere after `baseRevision`. */
  'companies.save': method(
    z.strictObject({
      company: id.optional(),
      baseRevision: revision.optional(),
      details: companyDetailsSchema,
    }),
    keptCompanySchema,
  ),
  'companies.remove': method(z.strictObject({ company: id }), nothing),
  'companies.restore': method(z.strictObject({ company: id }), keptCompanySchema),
  /**
   * Takes a dossier's company over: as a new one, or of `company` those `fields` only. Throws `nothing-to-keep` where the dossier's
   * company has no name, `company-kept` for a new one whose credit code or name is kept already, `kept-conflict`.
   */
  'companies.keep': method(
    z.strictObject({
      dossier,
      into: z
        .strictObject({ company: id, baseRevision: revision, fields: z.array(companyFieldSchema).min(1) })
        .optional(),
    }),
    keptCompanySchema,
  ),
  /** Where dossiers differ from the kept company, field by field: one dossier, or every one of this company. */
  'companies.compare': method(
    z.strictObject({ company: id, dossier: dossier.optional() }),
    z.strictObject({ revision, dossiers: z.array(comparedDossierSchema) }),
  ),

  'people.list': method(nothing, z.strictObject({ people: z.array(personSummarySchema) })),
  'people.open': method(z.strictObject({ person: id }), keptPersonSchema),
  /** Without `person` a new one. Throws `kept-conflict` when it was changed elsewhere after `baseRevision`. */
  'people.save': method(
    z.strictObject({
      person: id.optional(),
      baseRevision: revision.optional(),
      details: personDetailsSchema,
    }),
    keptPersonSchema,
  ),
  'people.remove': method(z.strictObject({ person: id }), nothing),
  'people.restore': method(z.strictObject({ person: id }), keptPersonSchema),
} as const;

/** What `companies.use` takes: the fields of the kept company to write into the dossier, all of them or none. */
export const companyUseSchema = z.strictObject({
  dossier,
  baseRevision: revision,
  company: id,
  fields: z.array(companyFieldSchema).min(1),
});
