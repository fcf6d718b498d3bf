import type { LoadedLifecycle } from '../lifecycle/load.ts';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { SectionType } from '../lifecycle/schema/section.ts';
import type { Document, Heading, MarkdownDocument, YamlMap, YamlNode } from '../parse/model.ts';
import type { Span } from '../text/span.ts';

/** A place in a file of the workspace. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** An immutable snapshot of one product: what a `lifecycle.yaml` governs, read and indexed. Rules see nothing else. */
export interface Project {
  /** Folder of the product relative to the workspace root, `''` for the root itself. */
  readonly root: string;
  readonly definition: LoadedLifecycle;
  readonly lifecycle: Lifecycle;
  /** The day the check is made for, ISO. */
  readonly today: string;
  /** The version being made or released, when known. */
  readonly version: string | undefined;
  /** The day of the newest release, ISO; undefined before the first one. */
  readonly released: string | undefined;
  readonly documents: ReadonlyMap<string, Document>;
  /** The files that fields take their allowed values from, by path from the product's folder; missing ones are not in it. */
  readonly sources: ReadonlyMap<string, Document>;
  /** Every file of the workspace, sorted; read or not. */
  readonly paths: readonly string[];
  /** Documents recognised as artifacts, in path order. A file of several types appears once for each. */
  readonly artifacts: readonly Artifact[];
  readonly records: readonly RecordFile[];
  readonly items: ItemIndex;
  readonly gates: GateProgress;
  /** Markdown files that match two types equally well. */
  readonly ambiguous: readonly Ambiguity[];
  /** Whether the workspace holds a file or folder at this path; letter case counts. */
  exists(path: string): boolean;
  /** The path in the workspace that differs from `path` in letter case only. */
  existsInOtherCase(path: string): string | undefined;
}

/** A document in its role as one artifact type. */
export interface Artifact {
  readonly type: string;
  readonly definition: ArtifactType;
  readonly document: Document;
  readonly path: string;
  /** How the type was found. */
  readonly by: 'field' | 'path' | 'evidence';
  /** Named parts of the path pattern: `slug`, `version`, … */
  readonly captures: Readonly<Record<string, string>>;
  /** The YAML file beside it that holds its fields, when its type has one; see `fieldDocument`. */
  readonly sidecar: Sidecar | undefined;
  readonly fields: Fields;
  readonly sections: readonly Section[];
  readonly state: ArtifactState;
}

/** The file that holds the fields of a document. */
export interface Sidecar {
  readonly path: string;
  /** Undefined while it is missing: until then the document's own front matter counts. */
  readonly document: Document | undefined;
}

/** Where a document stands. */
export interface ArtifactState {
  /** Canonical status id of the lifecycle; `draft`'s rank when nothing is said. */
  readonly status: string;
  /** Whether the document says a status that the lifecycle knows. */
  readonly declared: boolean;
  /** Approved once, but the body changed since. */
  readonly stale: boolean;
  /** The next review date lies in the past. */
  readonly overdue: boolean;
  /** The document is declared not applicable with reason, person and a date in the future. */
  readonly waived: boolean;
}

/** Metadata of a document: front matter, a whole YAML file, or `Key: value` lines in the body. Aliases are resolved. */
export interface Fields {
  readonly source: 'front-matter' | 'yaml' | 'body' | 'none';
  /** By canonical name. */
  get(name: string): FieldValue | undefined;
  readonly all: readonly FieldValue[];
}

export interface FieldValue {
  /** Canonical name; the written one when the lifecycle does not know it. */
  readonly name: string;
  readonly written: string;
  readonly known: boolean;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** A heading with all that follows up to the next heading of its level or higher. */
export interface Section {
  readonly heading: Heading;
  /** From the heading to the end of the section. */
  readonly span: Span;
  /** Without the heading. */
  readonly bodySpan: Span;
  /** Up to the first sub-heading. */
  readonly ownSpan: Span;
  readonly parent: Section | undefined;
  /** The section of the artifact type that this is. */
  readonly id: string | undefined;
  readonly definition: SectionType | undefined;
  /** Further sections of the type that its heading stands for. */
  readonly also: readonly string[];
  /** Matched under its heading or one of its aliases. */
  readonly matched: 'heading' | 'alias' | undefined;
}

/** Entries of one kind that stand together. */
export interface RecordFile {
  readonly kind: string;
  /** A YAML file, a table of a document, or the lines of a changelog that open with an id. */
  readonly form: 'file' | 'table' | 'changelog';
  readonly path: string;
  readonly document: Document;
  readonly entries: readonly RecordEntry[];
  /** The header of a table, with the words of the column of each field that it has one for. */
  readonly header: { readonly span: Span; readonly fields: ReadonlyMap<string, string> } | undefined;
}

export interface RecordEntry {
  readonly path: string;
  readonly map: YamlMap;
  readonly span: Span;
  /** Its `id`, when it has one. */
  readonly id: string | undefined;
}

/** An id and where it is declared or used. */
export interface ItemMention {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly span: Span;
  /** The revision of the item that a reference such as `REQ-7@2` was written against. */
  readonly revision?: number;
}

export interface ItemIndex {
  readonly declared: ReadonlyMap<string, readonly ItemMention[]>;
  readonly references: readonly ItemMention[];
  /** Kinds of which at least one document that may declare them exists. */
  readonly declarableKinds: ReadonlySet<string>;
}

/** What the gate log and the horizon say; derived once because severity depends on it. */
export interface GateProgress {
  /** Gates in their order, without repeating ones. */
  readonly order: readonly string[];
  readonly decisions: ReadonlyMap<string, GateDecision>;
  /** The lowest gate without go or conditional-go. */
  readonly next: string | undefined;
  /** Evidence of deployment although the entry gate of that phase is open; the first piece of it. */
  readonly begun: ReadonlyMap<string, Evidence>;
  /** Where a gate stands for severity: the gate passed, next (or within the horizon), the one after, or later. */
  distance(gate: string): Distance;
}

export type Distance = 'passed' | 'next' | 'after-next' | 'later';

export interface GateDecision {
  readonly gate: string;
  readonly decision: 'go' | 'conditional-go' | 'hold' | 'recycle' | 'stop';
  readonly date: string | undefined;
  readonly place: Place;
  readonly openConditions: number;
}

export interface Evidence {
  readonly phase: string;
  /** In words, such as `CHG-5 is deployed`. */
  readonly say: string;
  readonly place: Place;
}

export interface Ambiguity {
  readonly document: MarkdownDocument;
  readonly types: readonly string[];
}
