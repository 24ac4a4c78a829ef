import type { DossierDocument } from '../../contract/dossier.ts';

/** What a list says of a dossier. Texts are trimmed, and empty where nothing was typed. */
export interface DossierOutline {
  readonly app: string;
  readonly company: string;
  readonly uscc: string;
  readonly platform: string;
  readonly track: string;
  readonly categories: readonly string[];
  /** It was accepted, or says when papers are to be erased, or had some erased. */
  readonly hasRetention: boolean;
}

/** The outline of a dossier, from its document alone. */
export const outlineOf = ({
  platform,
  track,
  categories,
  company,
  app,
  acceptance,
  retention,
  erased,
}: DossierDocument): DossierOutline => ({
  app: app?.name?.trim() ?? '',
  company: company?.name?.trim() ?? '',
  uscc: company?.uscc?.trim() ?? '',
  platform,
  track: track ?? '',
  categories,
  hasRetention: acceptance !== undefined || retention !== undefined || erased !== undefined,
});
