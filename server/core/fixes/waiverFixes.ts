import type { Document, YamlDocument, YamlEntry, YamlMap, YamlNode } from '../parse/model.ts';
import type { RecordEntry, RecordFile } from '../project/model.ts';
import { entry, isBlank } from '../project/yamlValue.ts';
import type { Change, Fix } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { addEntryFields, setEntryField } from './entryField.ts';
import { offer } from './offer.ts';
import { listItemSpan, mapEntrySpan } from './removeYaml.ts';

/** A waiver with everything around it that goes when it goes: the innermost first. */
export interface WaiverPlace {
  readonly document: Document;
  readonly waiver: YamlNode;
  readonly around: readonly YamlNode[];
}

/** Makes room for what a waiver does not say, with the cursor there, and offers to remove it. */
export const waiverFixes = (place: WaiverPlace): readonly Fix[] => [
  ...offer('Fill in what the waiver lacks', ...(toFillIn(place) ?? [undefined])),
  ...offer('Remove the waiver', removal(place)),
];

/** Reason and name are for people to write. Undefined where nothing can be added. */
function toFillIn({ document, waiver }: WaiverPlace): readonly (Change | undefined)[] | undefined {
  if (waiver.kind !== 'map') return undefined;
  const record: RecordEntry = { path: document.path, map: waiver, span: waiver.span, id: undefined };
  const file = asRecord(document);
  const absent = ['reason', 'by'].filter(name => entry(waiver, name) === undefined);
  const blank = ['reason', 'by'].filter(name => {
    const value = entry(waiver, name);
    return value !== undefined && isBlank(value) && value.span.start < value.span.end;
  });
  if (absent.length + blank.length === 0) return undefined;
  return [
    ...blank.map(name => setEntryField(file, record, name, '')),
    ...(absent.length > 0
      ? [
          addEntryFields(
            file,
            record,
            absent.map(name => [name, '']),
          ),
        ]
      : []),
  ];
}

/** The front matter of a document is YAML at the same offsets. */
function asRecord(document: Document): RecordFile {
  const { path, text, problems } = document;
  const yaml: YamlDocument =
    document.kind === 'yaml'
      ? document
      : { kind: 'yaml', path, text, problems, root: document.frontMatter?.map, comments: [] };
  return { kind: '', form: 'file', path, document: yaml, entries: [], header: undefined };
}

/** Removes the waiver; where it was alone, also what would be left empty around it. */
function removal({ document, waiver, around }: WaiverPlace): Change | undefined {
  let inner = waiver;
  for (const outer of around) {
    const span = spanIn(document.text, outer, inner);
    if (span) return { kind: 'edit', path: document.path, edits: [{ span, text: '' }] };
    const isAlone = outer.kind !== 'scalar' && (outer.kind === 'list' ? outer.items : outer.entries).length === 1;
    if (!isAlone) return undefined;
    inner = outer;
  }
  return undefined;
}

function spanIn(text: string, outer: YamlNode, inner: YamlNode): Span | undefined {
  if (outer.kind === 'list') return listItemSpan(text, outer, inner);
  const own = outer.kind === 'map' ? entryOf(outer, inner) : undefined;
  return own && outer.kind === 'map' ? mapEntrySpan(text, outer, own) : undefined;
}

/** Values may have been read anew, so that only the place tells which one it is. */
const entryOf = (map: YamlMap, { span }: YamlNode): YamlEntry | undefined =>
  map.entries.find(({ value }) => value.span.start === span.start && value.span.end === span.end);
