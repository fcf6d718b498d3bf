import type { YamlDocument, YamlMap } from '../parse/model.ts';
import { at } from '../text/span.ts';
import type { DefinitionProblem } from './problem.ts';
import { type Layer, type TreeEntry, type TreeMap, toTree } from './tree.ts';

/** The version of the language that this Slipway reads. */
const languageVersion = 1;

/** One file as a layer; no tree when it cannot be used. */
interface ReadLayer {
  readonly tree: TreeMap | undefined;
  readonly problems: readonly DefinitionProblem[];
}

/** Checks that a file is a definition in this version of the language. */
export function readLayer(document: YamlDocument, layer: Layer): ReadLayer {
  const broken = document.problems.map(({ span, message }) => problem(layer, span, message));
  const { root } = document;
  if (root?.kind !== 'map') return { tree: undefined, problems: broken.length > 0 ? broken : [noMap(document, layer)] };
  const head = headProblem(document, root, layer);
  if (head && !head.isMissing) return { tree: undefined, problems: [...broken, head.problem] };
  const tree = toTree(root, layer);
  if (tree.kind !== 'map') return { tree: undefined, problems: broken };
  const entries = new Map([...tree.entries, ['lifecycle', versionEntry(layer)] as const]);
  return { tree: { ...tree, entries }, problems: [...broken, ...(head ? [head.problem] : [])] };
}

function noMap({ root, text }: YamlDocument, layer: Layer): DefinitionProblem {
  const whole = root?.span ?? at(0);
  const example = 'lifecycle: 1\nextends: standard\n';
  if (root === undefined || (root.kind === 'scalar' && root.value === null))
    return {
      ...problem(layer, whole, 'This lifecycle is empty. Write `lifecycle: 1` and, below it, `extends: standard`.'),
      fix: { title: 'Start with the standard lifecycle', edits: [{ span: at(text.length), text: example }] },
    };
  const kind = root.kind === 'list' ? 'a list' : 'a single value';
  const message = `A lifecycle is a map of settings, one \`key: value\` a line; this file holds ${kind}. Begin it with \`lifecycle: 1\` and \`extends: standard\`.`;
  return problem(layer, whole, message);
}

function headProblem(
  { text }: YamlDocument,
  root: YamlMap,
  layer: Layer,
): { readonly isMissing: boolean; readonly problem: DefinitionProblem } | undefined {
  const entry = root.entries.find(({ key }) => key === 'lifecycle');
  if (entry) {
    if (entry.value.kind === 'scalar' && entry.value.source === String(languageVersion)) return undefined;
    const message = `This Slipway reads version ${languageVersion} of the lifecycle language, and this file names another one. Write \`lifecycle: ${languageVersion}\`, or use a Slipway that knows the other version.`;
    return { isMissing: false, problem: problem(layer, entry.value.span, message) };
  }
  const missing = problem(
    layer,
    root.entries[0]?.keySpan ?? root.span,
    `The version of the language is missing. Begin the file with \`lifecycle: ${languageVersion}\`.`,
  );
  if (text[root.span.start] === '{') return { isMissing: true, problem: missing };
  const edits = [{ span: at(root.span.start), text: `lifecycle: ${languageVersion}\n` }];
  return { isMissing: true, problem: { ...missing, fix: { title: 'Add the version of the language', edits } } };
}

const versionEntry = (layer: Layer): TreeEntry => ({
  keySpan: at(0),
  layer,
  value: { kind: 'scalar', span: at(0), layer, value: languageVersion, source: String(languageVersion) },
});

const problem = (layer: Layer, span: DefinitionProblem['span'], message: string): DefinitionProblem => ({
  file: layer.file,
  span,
  message,
  subject: 'lifecycle',
});
