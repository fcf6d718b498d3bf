import { type Alias, isAlias, isMap, isPair, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { at, type Span } from '../text/span.ts';
import type { ParseProblem, YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './model.ts';
import { collectionSpan, yamlSpan } from './yamlPlaces.ts';
import { MAX_YAML_DEPTH } from './yamlTokens.ts';

/** How many values aliases and merge keys may add to a file. Guards against aliases of aliases of aliases. */
const MAX_EXPANSION = 10_000;

interface Anchor {
  /** Undefined while the anchored value is still being read: an alias to it would contain itself. */
  node: YamlNode | undefined;
  size: number;
  height: number;
}

interface Reading {
  /** The text that the offsets of the nodes count in. */
  readonly text: string;
  /** Undoes in a value what was done to the text before it was read. */
  readonly restore: (words: string) => string;
  readonly report: (span: Span, message: string) => void;
  readonly anchors: Map<string, Anchor>;
  /** Values read so far, those behind aliases included. */
  size: number;
  /** Values that aliases and merge keys have added. */
  expansion: number;
  /** The deepest level reached, expanded aliases included. */
  deepest: number;
}

/**
 * Turns the nodes of the `yaml` package into the model: aliases resolved, merge keys applied, every key once.
 * The offsets of the nodes count in `text`; `restore` undoes in each value what was done to the text before it was read.
 * What cannot be resolved is null and reported. Undefined for an empty document.
 */
export function yamlNodes(
  contents: unknown,
  text: string,
  restore: (words: string) => string,
  report: (problem: ParseProblem) => void,
): YamlNode | undefined {
  if (contents === null || contents === undefined) return undefined;
  if (isScalar(contents) && contents.value === null && contents.source === '' && !contents.anchor) return undefined;
  const reading: Reading = {
    text,
    restore,
    report: (span, message) => report({ code: 'yaml-syntax', span, message }),
    anchors: new Map(),
    size: 0,
    expansion: 0,
    deepest: 0,
  };
  return nodeOf(contents, 0, 0, reading);
}

/** `place` is where a value without a place of its own goes: after the key, say. */
function nodeOf(node: unknown, place: number, level: number, reading: Reading): YamlNode {
  if (isAlias(node)) return resolved(node, place, level, reading);
  const name = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor;
  if (!name) return plainNodeOf(node, place, level, reading);
  const anchor: Anchor = { node: undefined, size: reading.size, height: 0 };
  reading.anchors.set(name, anchor);
  const deepest = reading.deepest;
  reading.deepest = level;
  anchor.node = plainNodeOf(node, place, level, reading);
  anchor.size = reading.size - anchor.size;
  anchor.height = reading.deepest - level;
  reading.deepest = Math.max(deepest, reading.deepest);
  return anchor.node;
}

function plainNodeOf(node: unknown, place: number, level: number, reading: Reading): YamlNode {
  reading.size++;
  if (level > reading.deepest) reading.deepest = level;
  if (isMap(node)) return mapOf(node, place, level, reading);
  if (isSeq(node)) return listOf(node, place, level, reading);
  if (isScalar(node)) return scalarOf(node, place, reading);
  return nothing(place);
}

function mapOf(map: YAMLMap, place: number, level: number, reading: Reading): YamlMap {
  const entries: YamlEntry[] = [];
  const merges: { readonly index: number; readonly value: YamlNode }[] = [];
  const seen = new Set<string>();
  let last: YamlNode | undefined;
  for (const pair of map.items) {
    const key = nodeOf(pair.key, last?.span.end ?? place, level + 1, reading);
    const value = nodeOf(pair.value, key.span.end, level + 1, reading);
    last = value;
    if (key.kind !== 'scalar') reading.report(key.span, 'A key must be a word, not a list or a map. Write it as text.');
    else if (isMergeKey(pair.key)) merges.push({ index: entries.length, value });
    else if (seen.has(key.source)) reading.report(key.span, duplicateKey(key.source));
    else {
      seen.add(key.source);
      entries.push({ key: key.source, keySpan: key.span, value });
    }
  }
  let shift = 0;
  for (const { index, value } of merges) {
    const added = merged(value, seen, reading);
    entries.splice(index + shift, 0, ...added);
    shift += added.length;
  }
  return { kind: 'map', span: collectionSpan(map, last, place, reading.text), entries };
}

const isMergeKey = (key: unknown): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

const duplicateKey = (key: string): string =>
  `The key “${key}” is written twice in the same map. Only the first one is read: remove or rename the other.`;

/** The entries that a merge key brings in: those whose keys the map does not have itself. */
function merged(value: YamlNode, seen: Set<string>, reading: Reading): YamlEntry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  const entries: YamlEntry[] = [];
  for (const map of maps) {
    if (map.kind !== 'map') {
      reading.report(value.span, 'The merge key “<<” needs a map, or a list of maps. Point it at one, or remove it.');
      continue;
    }
    reading.expansion += map.entries.length;
    if (reading.expansion > MAX_EXPANSION) {
      reading.report(value.span, tooMuch);
      return entries;
    }
    for (const entry of map.entries) {
      if (seen.has(entry.key)) continue;
      seen.add(entry.key);
      entries.push(entry);
    }
  }
  return entries;
}

function listOf(list: YAMLSeq, place: number, level: number, reading: Reading): YamlList {
  const items: YamlNode[] = [];
  for (const item of list.items) {
    items.push(nodeOf(isPair(item) ? item.value : item, items.at(-1)?.span.end ?? place, level + 1, reading));
  }
  return { kind: 'list', span: collectionSpan(list, items.at(-1), place, reading.text), items };
}

function scalarOf(scalar: Scalar, place: number, reading: Reading): YamlScalar {
  const source = reading.restore(scalar.source ?? '');
  return {
    kind: 'scalar',
    span: yamlSpan(scalar, place, reading.text),
    value: scalarValue(scalar.value, reading),
    source,
  };
}

function scalarValue(value: unknown, { restore }: Reading): YamlScalar['value'] {
  if (typeof value === 'string') return restore(value);
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The value that an alias stands for, at the alias's place. */
function resolved(alias: Alias, place: number, level: number, reading: Reading): YamlNode {
  const span = yamlSpan(alias, place, reading.text);
  const anchor = reading.anchors.get(alias.source);
  const refuse = (message: string): YamlNode => {
    reading.report(span, message);
    return { ...nothing(span.start), span };
  };
  if (!anchor) return refuse(`Nothing above is marked “&${alias.source}”. Correct the name, or write the value here.`);
  if (!anchor.node) return refuse(`“*${alias.source}” stands inside the value it names, without end. Remove it.`);
  reading.size += anchor.size;
  reading.expansion += anchor.size;
  if (reading.expansion > MAX_EXPANSION || level + anchor.height > MAX_YAML_DEPTH) return refuse(tooMuch);
  reading.deepest = Math.max(reading.deepest, level + anchor.height);
  return { ...anchor.node, span };
}

const tooMuch = `The aliases in this file stand for more than ${MAX_EXPANSION} values, or for very deep ones. Write the values out where they are few, and remove the rest.`;

const nothing = (place: number): YamlScalar => ({ kind: 'scalar', span: at(place), value: null, source: '' });
