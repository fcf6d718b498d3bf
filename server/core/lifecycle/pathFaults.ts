import { namesIn } from '../project/pathPattern.ts';
import { type Fault, keyProblem, valueProblem } from './fault.ts';
import { nearest } from './nearest.ts';
import { places, values } from './places.ts';
import { hint } from './problem.ts';
import { type KeyPath, keysAt, type Tree } from './tree.ts';

/** Paths that can fit nothing, and sidecars and companions that can never be found. */
export const pathFaults = (tree: Tree): readonly Fault[] => [
  ...openBraces(tree),
  ...unplacedCompanions(tree),
  ...sidecarsOfAnotherForm(tree),
  ...unfilledPaths(tree),
];

const ownPaths = ['artifacts.*.sidecar', 'artifacts.*.companions.*.path'];

/** Paths with a brace that opens or closes no named part. */
const openBraces = (tree: Tree): readonly Fault[] =>
  ['artifacts.*.path', ...ownPaths].flatMap(pattern =>
    values(tree, pattern).flatMap(({ path, part }) => {
      if (part.kind !== 'scalar') return [];
      const rest = namesIn(part.source).reduce((text, name) => text.replace(named(name), ''), part.source);
      if (!/[{}]/.test(rest)) return [];
      const message = `The path \`${part.source}\` has a brace that belongs to no named part, so no file fits it. A named part is written \`{name}\`, with letters, digits, \`_\` and \`-\` in the name.`;
      return [{ path, about: path, problem: () => valueProblem(tree, path, part.source, message) }];
    }),
  );

const named = (name: string): RegExp => new RegExp(`\\{${name.replaceAll('.', '\\.')}(?::[^{}]*)?\\}`);

const unplacedCompanions = (tree: Tree): readonly Fault[] =>
  places(tree, 'artifacts.*.companions.*').flatMap(({ path, part }) => {
    if (part.kind !== 'map' || part.entries.has('path') || part.entries.has('type')) return [];
    const message = `Companion \`${String(path.at(-1))}\` has neither a path nor a type, so nobody knows which file it is. Give it \`path\`, or the \`type\` of the document that it is.`;
    return [{ path, about: path, problem: () => keyProblem(tree, path, message) }];
  });

const sidecarsOfAnotherForm = (tree: Tree): readonly Fault[] =>
  places(tree, 'artifacts.*.sidecar').flatMap(({ path, part }) => {
    if (part.kind !== 'scalar' || /\.ya?ml$/i.test(part.source)) return [];
    const message = `The sidecar \`${part.source}\` is no YAML file, so no field can be read from it. Its name must end in \`.yaml\` or \`.yml\`.`;
    return [{ path, about: path, problem: () => valueProblem(tree, path, part.source, message) }];
  });

/** Paths of sidecars and companions with a wildcard, or with a name that stands for nothing in their document. */
const unfilledPaths = (tree: Tree): readonly Fault[] =>
  ownPaths.flatMap(pattern =>
    places(tree, pattern).flatMap(({ path, part }) => {
      if (part.kind !== 'scalar') return [];
      if (part.source.includes('*')) {
        const message = `The path \`${part.source}\` has a \`*\` in it, so it leads to no single file. Name each part, such as \`{slug}\`.`;
        return [{ path, about: path, problem: () => valueProblem(tree, path, part.source, message) }];
      }
      const known = namesFor(tree, path);
      return namesIn(part.source).flatMap(name => {
        if (known.includes(name) || known.includes(name.split('.')[0] ?? '')) return [];
        const says = `\`{${name}}\` stands for nothing here, so the file is never found`;
        return [{ path, about: path, problem: () => unknownName(tree, path, part.source, name, says, known) }];
      });
    }),
  );

function unknownName(
  tree: Tree,
  path: KeyPath,
  source: string,
  name: string,
  says: string,
  known: readonly string[],
): ReturnType<typeof valueProblem> {
  const near = nearest(name, known);
  const { words } = hint(near, { start: 0, end: 0 });
  const of = path.includes('companions') ? 'the path of its document or one of its fields' : 'the path of its document';
  return valueProblem(tree, path, source, `${says}: it must be a named part of ${of}.${words}`);
}

/** What names in the path of a part may stand for: named parts of the paths of its type; for a companion, fields too. */
function namesFor(tree: Tree, path: KeyPath): readonly string[] {
  const type = path.slice(0, 2);
  const captures = values(tree, 'artifacts.*.path')
    .filter(({ path: other }) => other[1] === type[1])
    .flatMap(({ part }) => (part.kind === 'scalar' ? namesIn(part.source) : []));
  const fields = [...keysAt(tree, ['fields']), ...keysAt(tree, [...type, 'fields'])];
  return ['number', ...captures, ...(path.includes('companions') ? fields : [])];
}
