import type { Severity } from '../lifecycle/schema/lifecycle.ts';
import type { Artifact, Place, Project, RecordFile } from '../project/model.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';

/** A change to one file. Editor, `slipway fix` and tests apply the same changes. */
export type Change =
  | { readonly kind: 'edit'; readonly path: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly path: string; readonly text: string; readonly stops?: readonly Span[] };

export interface Fix {
  readonly title: string;
  /** May run without a person looking: on save, in bulk, in CI. */
  readonly safe: boolean;
  /** Safe as well when somebody asks for this rule by name, such as adding all missing sections. */
  readonly byName?: boolean;
  readonly changes: readonly Change[];
}

/** What a rule says. `check.ts` completes it to a `Finding`. */
export interface Report {
  readonly path: string;
  readonly span: Span;
  /** What is wrong, where it should be, why it matters for which gate. */
  readonly message: string;
  /** What the finding is about: the section's heading, the field's name, the id, the link's target, the artifact type. */
  readonly subject: string;
  readonly artifact?: string | undefined;
  readonly gate?: string | undefined;
  readonly phase?: string | undefined;
  /** When it differs from the rule's own severity. */
  readonly severity?: Severity | undefined;
  readonly fixes?: readonly Fix[];
  /** Places worth going to, with a word why. */
  readonly related?: readonly (Place & { readonly message: string })[];
}

export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}

/** One way in which a lifecycle can be broken. One file a rule. */
interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  /** One sentence: what holds when the rule is content. */
  readonly title: string;
  /** Why the reader of the documents is better off. Plain Markdown, a short paragraph. */
  readonly why: string;
  /** Shown in the documentation and run as tests. `files` by path; a `lifecycle.yaml` that extends `standard` is added. */
  readonly examples: { readonly bad: ExampleFiles; readonly good: ExampleFiles };
}

export type ExampleFiles = Readonly<Record<string, string>>;

/** Judges one artifact at a time; sees the rest of the product only to read it. */
export interface ArtifactRule extends RuleBase {
  readonly scope: 'artifact';
  /** Its findings follow from the document, the definition, the gates and the records: no other document is looked at. */
  readonly local?: boolean;
  check(artifact: Artifact, project: Project): Iterable<Report>;
  /** Judges a record in the same way, for what documents and records have in common. */
  checkRecord?(file: RecordFile, project: Project): Iterable<Report>;
}

/** Judges one record at a time: a file, or a table in a document. Its findings lie in that file. */
export interface RecordRule extends RuleBase {
  readonly scope: 'record';
  check(file: RecordFile, project: Project): Iterable<Report>;
}

/** Judges the product as a whole. */
export interface ProjectRule extends RuleBase {
  readonly scope: 'project';
  check(project: Project): Iterable<Report>;
}

export type Rule = ArtifactRule | RecordRule | ProjectRule;

/** Gives a rule its type. */
export const defineRule = <R extends Rule>(rule: R): R => rule;
