/** Where one version of a letter's template is. */
export interface TemplateSource {
  readonly letter: string;
  /** Shipped with the app, or the team's own. */
  readonly origin: 'app' | 'team';
  /** The name of its folder, as the team wrote it; null for the app's own, whose front matter says it. */
  readonly version: string | null;
  /** The file as people know it, for messages. */
  readonly fileName: string;
  readonly absolutePath: string;
  readonly samplePath: string;
}

/** Where one version of a shared clause is. */
export interface ClauseSource extends Pick<
  TemplateSource,
  'origin' | 'version' | 'fileName' | 'absolutePath'
> {
  readonly clause: string;
}

/** Letter templates: those that ship with the app, and over them a team's own, every version of which is kept. */
export interface LetterShelf {
  /** Every letter with a template, sorted. */
  list(): Promise<readonly string[]>;
  /** The source text of the version that goes before the others. Throws `unknown-letter`. */
  template(letter: string): Promise<string>;
  /** In the order in which they are taken: the team's, newest first, then the app's. Throws `unknown-letter`. */
  versions(letter: string): Promise<readonly TemplateSource[]>;
  /** The source text of a version of a template or clause. Throws `template-fault` for what is no text, `file-missing`. */
  read(source: TemplateSource | ClauseSource): Promise<string>;
  /** The text of its sample.yaml; null where it has none. */
  sample(source: TemplateSource): Promise<string | null>;
  /** Puts a new version into the team's folder, whole or not at all. Throws `template-version-taken`, `no-template-folder`, `bad-template-version`. */
  save(
    letter: string,
    version: string,
    files: { readonly template: string; readonly sample?: string | undefined },
  ): Promise<TemplateSource>;
  /** Every clause that letters may share, sorted. */
  clauses(): Promise<readonly string[]>;
  /** In the order in which they are taken, as with letters; none of an unknown clause. */
  clauseVersions(clause: string): Promise<readonly ClauseSource[]>;
  /** Puts a new version of a clause into the team's folder, whole or not at all. Throws as `save` does. */
  saveClause(clause: string, version: string, text: string): Promise<ClauseSource>;
}
