import picomatch from 'picomatch';
import type { Field, ValueSource } from '../lifecycle/schema/field.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document, YamlNode } from '../parse/model.ts';
import { parseYaml } from '../parse/yaml.ts';
import { memoize, memoizePair } from '../text/memo.ts';
import type { Project } from './model.ts';
import { textOf } from './yamlValue.ts';

/** What a file or folder of the repository says about the allowed values of a field. */
export interface SourcedValues {
  /** Undefined when the source is not there or lists nothing, so that no value can be judged by it. */
  readonly values: readonly string[] | undefined;
  readonly words: ReadonlySet<string>;
  /** The source in words, to follow "must be": `a key of “groups” in owners.yaml`. */
  readonly say: string;
}

/** The sources of a field's allowed values. */
export const sourcesOf = (field: Pick<Field, 'values-from'>): readonly ValueSource[] =>
  [field['values-from'] ?? []].flat();

/** The values that a source lists now. Read once for each snapshot. */
export const valuesFrom = memoizePair((project: Project, source: ValueSource): SourcedValues => {
  const { values, say } = 'file' in source ? fromFile(project, source) : fromFolders(project, source.folders);
  return { values: values.length > 0 ? values : undefined, words: new Set(values), say };
});

type Listed = { readonly values: readonly string[]; readonly say: string };

function fromFile(project: Project, { file, at, take }: Extract<ValueSource, { file: string }>): Listed {
  const document = project.sources.get(file);
  const nodes = document ? reached(rootOf(document), at === undefined ? [] : at.split('.')) : [];
  const what = nodes.some(({ kind }) => kind !== 'map') ? 'an entry' : take === 'values' ? 'a value' : 'a key';
  return {
    values: [...new Set(nodes.flatMap(node => listedIn(node, take)))],
    say: `${what} of ${at === undefined ? '' : `“${at}” in `}${file}`,
  };
}

/** The YAML of a file, whatever its name. */
const rootOf = memoize((document: Document): YamlNode | undefined =>
  document.kind === 'yaml' ? document.root : parseYaml(document.path, document.text).root,
);

/** The parts of a file that keys lead to; `*` is any key or entry. */
function reached(node: YamlNode | undefined, steps: readonly string[]): readonly YamlNode[] {
  if (node === undefined) return [];
  const [step, ...rest] = steps;
  if (step === undefined) return [node];
  if (node.kind === 'list') return step === '*' ? node.items.flatMap(item => reached(item, rest)) : [];
  if (node.kind === 'scalar') return [];
  return node.entries.flatMap(({ key, value }) => (step === '*' || step === key ? reached(value, rest) : []));
}

function listedIn(node: YamlNode, take: 'keys' | 'values' | undefined): readonly string[] {
  if (node.kind === 'scalar') return [textOf(node) ?? []].flat();
  if (node.kind === 'list') return node.items.flatMap(item => textOf(item) ?? []);
  if (take !== 'values') return node.entries.map(({ key }) => key);
  return node.entries.flatMap(({ value }) => (value.kind === 'map' ? [] : listedIn(value, undefined)));
}

function fromFolders(project: Project, glob: string): Listed {
  const matches = picomatch(glob.replace(/\/$/, ''));
  const values = foldersOf(project).flatMap(folder =>
    matches(folder) ? folder.slice(folder.lastIndexOf('/') + 1) : [],
  );
  return { values: [...new Set(values)], say: `the name of a folder ${glob}` };
}

/** Every folder of the product that holds a file, by its path from the product's folder. */
const foldersOf = memoize(({ root, paths }: Project): readonly string[] => {
  const folders = new Set<string>();
  const start = root === '' ? 0 : root.length + 1;
  for (const path of paths) {
    if (start > 0 && !path.startsWith(`${root}/`)) continue;
    let end = path.lastIndexOf('/');
    while (end > start && !folders.has(path.slice(start, end))) {
      folders.add(path.slice(start, end));
      end = path.lastIndexOf('/', end - 1);
    }
  }
  return [...folders];
});

/** A field of the definition and where it stands there. */
export interface PlacedField {
  readonly keyPath: readonly string[];
  readonly field: Field;
}

/** Every field of a definition, those of objects included. */
export const allFields = memoize((lifecycle: Lifecycle): readonly PlacedField[] => [
  ...below(lifecycle.fields, ['fields']),
  ...(['artifacts', 'records', 'items'] as const).flatMap(kind =>
    Object.entries(lifecycle[kind]).flatMap(([id, { fields }]) => below(fields, [kind, id, 'fields'])),
  ),
  ...Object.entries(lifecycle.artifacts).flatMap(([type, { sections }]) =>
    Object.entries(sections).flatMap(([id, { cells }]) => below(cells, ['artifacts', type, 'sections', id, 'cells'])),
  ),
]);

const below = (fields: Readonly<Record<string, Field>>, path: readonly string[]): readonly PlacedField[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const keyPath = [...path, name];
    return [{ keyPath, field }, ...below(field.fields ?? {}, [...keyPath, 'fields'])];
  });

/** The files that fields take their allowed values from, relative to the product's folder. */
export const sourceFiles = memoize(
  (lifecycle: Lifecycle): ReadonlySet<string> =>
    new Set(
      allFields(lifecycle).flatMap(({ field }) =>
        sourcesOf(field).flatMap(source => ('file' in source ? source.file : [])),
      ),
    ),
);
