import type { YamlNode } from '../../parse/model.ts';
import type { Span } from '../../text/span.ts';
import type { Artifact, Place, RecordEntry, Section } from '../model.ts';

/** Something that is said under a name: a `Name: value` line, a cell under its column, a field, a `covers:` comment. */
export interface Statement {
  /** Folded. */
  readonly name: string;
  /** Of the name: the column's header, the field's key. */
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** Something with an id of its own, such as requirement REQ-12, as it was declared first. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  /** Of the id. */
  readonly place: Place;
  /** All that is said about it: its heading with what follows, its list item, its row, its record entry. */
  readonly span: Span;
  /** Its name in words, when it has one. */
  readonly title: string | undefined;
  /** The document that declares it; undefined for what only a record declares. */
  readonly artifact: Artifact | undefined;
  /** The entry that it is, when a record declares it. */
  readonly record: RecordEntry | undefined;
  /** How many times its meaning changed, as its kind's `revision` field says. */
  readonly revision: number | undefined;
  /** Nothing may rest on it any more: it was dropped, rejected or replaced. */
  readonly retired: boolean;
  /** What it says under names, in its row, its lines or its record entry. */
  readonly statements: readonly Statement[];
  /** What it says under a field of its kind. */
  get(field: string): YamlNode | undefined;
}

/** One of the two things that a link connects. */
export type End =
  | { readonly kind: 'item'; readonly id: string; readonly item: string; readonly revision?: number | undefined }
  | { readonly kind: 'section'; readonly artifact: Artifact; readonly section: Section | undefined }
  | {
      readonly kind: 'version' | 'role' | 'gate' | 'artifact' | 'external' | 'text';
      /** Canonical for roles; as written otherwise. */
      readonly text: string;
    };

/** A link of a type of the lifecycle, in the direction of its type, wherever it was written. */
export interface TraceLink {
  readonly type: string;
  readonly from: End;
  readonly to: End;
  /** Where it is written. */
  readonly place: Place;
}

/** The items and links of a product. */
export interface Traces {
  /** By id, in the order of declaration. */
  readonly items: ReadonlyMap<string, Item>;
  readonly links: readonly TraceLink[];
  /** Links that go out from an end, and those that come in. Keys are made by `endKey`. */
  readonly outgoing: ReadonlyMap<string, readonly TraceLink[]>;
  readonly incoming: ReadonlyMap<string, readonly TraceLink[]>;
}
