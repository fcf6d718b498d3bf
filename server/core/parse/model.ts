import type { Span } from '../text/span.ts';

/** One file, parsed: a plain value that knows no editor, no file system and no syntax tree. */
export type Document = MarkdownDocument | YamlDocument;

interface DocumentBase {
  /** Relative to the workspace root, forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What the parser could not read. Parsing itself never fails. */
  readonly problems: readonly ParseProblem[];
}

export interface ParseProblem {
  readonly code:
    | 'yaml-syntax'
    | 'front-matter-position'
    | 'too-large'
    | 'too-deep'
    | 'not-text'
    | 'not-utf8'
    | 'parser-failed';
  readonly span: Span;
  /** Plain English: what is wrong and what to do. */
  readonly message: string;
}

export interface YamlDocument extends DocumentBase {
  readonly kind: 'yaml';
  readonly root: YamlNode | undefined;
  readonly comments: readonly Comment[];
}

/** A YAML value with the place of every key and value. Anchors are resolved, merge keys applied. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  /** As the YAML 1.2 core schema reads it; dates stay strings. */
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly source: string;
}

export interface MarkdownDocument extends DocumentBase {
  readonly kind: 'markdown';
  readonly frontMatter: FrontMatter | undefined;
  /** All lists below are in document order, also when nested in quotes or list items. */
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Span[];
  readonly listItems: readonly ListItem[];
  readonly tables: readonly Table[];
  readonly code: readonly Code[];
  readonly html: readonly Span[];
  /** HTML comments, found inside `html`; one HTML block may hold several. */
  readonly comments: readonly Comment[];
  readonly links: readonly Link[];
}

export interface FrontMatter {
  /** From the first character of the opening `---` to the end of the closing one. */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly bodySpan: Span;
  /** Undefined when the YAML cannot be read or holds no map. */
  readonly map: YamlMap | undefined;
  /** YAML comments (`# …`) inside the front matter. */
  readonly comments: readonly Comment[];
}

export interface Heading {
  readonly depth: number;
  /** The words without markup. */
  readonly text: string;
  readonly span: Span;
  /** The source of the words, with inline markup, without `#` or underline. */
  readonly textSpan: Span;
}

export interface ListItem {
  readonly span: Span;
  /** The item's first paragraph; empty at the item's end when it has none. */
  readonly textSpan: Span;
  readonly ordered: boolean;
  /** 0 for an item of an outermost list. */
  readonly depth: number;
  /** Set for a task-list item. */
  readonly checked: boolean | undefined;
}

export interface Table {
  readonly span: Span;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** The words without markup, trimmed. */
  readonly text: string;
  readonly span: Span;
}

export interface Code {
  readonly span: Span;
  readonly form: 'fence' | 'indented' | 'inline';
  /** The first word after the fence, lower-case. */
  readonly language: string | undefined;
}

export interface Comment {
  readonly span: Span;
  /** Without the comment signs, trimmed. */
  readonly text: string;
}

export interface Link {
  readonly form: 'link' | 'image' | 'definition';
  readonly span: Span;
  /** As written, entities and escapes decoded; never empty of meaning: `#x` and `a.md#x` included. */
  readonly target: string;
  /** The target in the source; the whole link when it cannot be found there. */
  readonly targetSpan: Span;
  /** The words of the link, or the alternative text of an image. */
  readonly text: string;
}
