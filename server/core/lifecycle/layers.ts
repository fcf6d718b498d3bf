import type { YamlDocument, YamlNode, YamlScalar } from '../parse/model.ts';
import { readLayer } from './head.ts';
import { nearest } from './nearest.ts';
import { isPath, resolvePath } from './path.ts';
import { type DefinitionProblem, hint, listed, replacement } from './problem.ts';
import { builtInDocument, fileDocument, type LifecycleSources } from './sources.ts';
import type { Layer, TreeMap } from './tree.ts';

/** The files of a definition, bases before what builds on them, each once. */
interface Layers {
  readonly trees: readonly TreeMap[];
  /** Whether the definition itself, not only its bases, could be used. */
  readonly usable: boolean;
  readonly problems: readonly DefinitionProblem[];
  /** Files of the workspace that were asked for, found or not. */
  readonly files: readonly string[];
}

/** A definition by where it is found. */
interface Base {
  readonly name: string;
  readonly builtIn: boolean;
}

/** How far `extends` may lead from file to file. */
const depthLimit = 16;

/** Follows `extends` from the file at `path`. */
export function readLayers(path: string, sources: LifecycleSources): Layers {
  const trees: TreeMap[] = [];
  const problems: DefinitionProblem[] = [];
  const files: string[] = [];
  const seen = new Set<string>();

  function visit(base: Base, document: YamlDocument, trail: readonly Base[]): boolean {
    seen.add(keyOf(base));
    const extended = extendedNames(document);
    const here: Layer = { index: -1, file: document.path, builtIn: base.builtIn };
    for (const node of extended) follow(node, here, [...trail, base]);
    const layer: Layer = { ...here, index: trees.length };
    const read = readLayer(document, layer);
    problems.push(...read.problems);
    if (read.tree) trees.push(read.tree);
    return read.tree !== undefined;
  }

  function follow(node: YamlScalar, from: Layer, trail: readonly Base[]): void {
    const base = baseOf(node.source, from);
    const refusal = base ? refusalOf(base, trail) : 'lies outside the workspace, so nothing is inherited from it.';
    const report = ({ message, fix }: Pick<DefinitionProblem, 'message' | 'fix'>): number =>
      problems.push({ file: from.file, span: node.span, message, subject: node.source, ...(fix ? { fix } : {}) });
    if (refusal !== undefined) report({ message: `\`${node.source}\` ${refusal}` });
    if (!base || refusal !== undefined || seen.has(keyOf(base))) return;
    const document = open(base);
    if (document) {
      visit(base, document, trail);
      return;
    }
    const { problem, instead } = absent(base, node, sources.builtIns ?? []);
    report(problem);
    if (instead !== undefined) follow({ ...node, source: instead }, from, trail);
  }

  function open({ name, builtIn }: Base): YamlDocument | undefined {
    if (builtIn) return builtInDocument(sources, name);
    files.push(name);
    return fileDocument(sources, name);
  }

  const own: Base = { name: path, builtIn: false };
  const document = open(own);
  const usable = document !== undefined && visit(own, document, []);
  if (!document)
    problems.push({ file: path, span: { start: 0, end: 0 }, message: 'This lifecycle cannot be read.', subject: path });
  return { trees, usable, problems, files: [...new Set(files)] };
}

/** Why a base cannot be followed from the end of the trail, as the rest of a sentence. */
function refusalOf(base: Base, trail: readonly Base[]): string | undefined {
  const circle = trail.findIndex(other => keyOf(other) === keyOf(base));
  if (circle >= 0) {
    const chain = [...trail.slice(circle), base].map(({ name }) => `\`${name}\``).join(' → ');
    return `is extended in a circle: ${chain}. Take out one of them.`;
  }
  return trail.length < depthLimit
    ? undefined
    : `comes after ${depthLimit} files that extend each other, so it is not read. Extend fewer.`;
}

interface Absence {
  readonly problem: Pick<DefinitionProblem, 'message' | 'fix'>;
  /** The name to go on with. */
  readonly instead: string | undefined;
}

function absent({ name, builtIn }: Base, { span }: YamlScalar, builtIns: readonly string[]): Absence {
  if (!builtIn) {
    const near = nearest(stemOf(name), builtIns);
    const message = `There is no file \`${name}\`, so nothing is inherited from it.`;
    if (near === undefined) return { problem: { message }, instead: undefined };
    return {
      problem: {
        message: `${message} The built-in lifecycle is called \`${near}\`.`,
        fix: replacement(span, near),
      },
      instead: undefined,
    };
  }
  const near = nearest(
    name,
    builtIns.filter(id => id !== name),
  );
  const { words, fix } = hint(near, span);
  const meanwhile = near === undefined ? '' : ' It is used meanwhile.';
  const choice = builtIns.length > 0 ? ` Built in: ${listed(builtIns, 'and')}.` : '';
  const message = `There is no built-in lifecycle \`${name}\`.${words}${meanwhile}${choice} A file is named by its path, such as \`./base.yaml\`.`;
  return { problem: fix ? { message, fix } : { message }, instead: near };
}

const keyOf = ({ name, builtIn }: Base): string => `${builtIn ? 'built-in' : 'file'} ${name}`;

const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '');

/** Undefined for a path that leads out of the workspace. A built-in lifecycle can build on built-in ones only. */
function baseOf(name: string, from: Layer): Base | undefined {
  if (from.builtIn || !isPath(name)) return { name, builtIn: true };
  const path = resolvePath(from.file, name);
  return path === undefined ? undefined : { name: path, builtIn: false };
}

/** The texts under `extends`; other values are the schema's business. */
function extendedNames({ root }: YamlDocument): readonly YamlScalar[] {
  const value = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'extends')?.value : undefined;
  const nodes: readonly YamlNode[] = value?.kind === 'list' ? value.items : value ? [value] : [];
  return nodes.filter(node => node.kind === 'scalar').filter(({ value: text }) => text !== null);
}
