import type { YamlDocument } from '../parse/model.ts';
import { parseYaml } from '../parse/yaml.ts';
import { memoize } from '../text/memo.ts';

/** Where definitions come from. What is given as text is parsed; a built-in one only once for each `LifecycleSources`. */
export interface LifecycleSources {
  /** A definition that comes with Slipway, by the name that `extends` uses. */
  builtIn(id: string): YamlDocument | string | undefined;
  /** The names of all of them, for hints. */
  readonly builtIns?: readonly string[];
  /** A file of the workspace by its path, relative to the root, with forward slashes. */
  file(path: string): YamlDocument | string | undefined;
}

/** The path that stands for a built-in definition in messages. */
export const builtInPath = (id: string): string => `lifecycles/${id}.yaml`;

/** A built-in definition, parsed. */
export function builtInDocument(sources: LifecycleSources, id: string): YamlDocument | undefined {
  const known = parsedBuiltIns(sources);
  const document = known.get(id) ?? parsed(builtInPath(id), sources.builtIn(id));
  if (document) known.set(id, document);
  return document;
}

/** A definition file of the workspace, parsed. */
export const fileDocument = (sources: LifecycleSources, path: string): YamlDocument | undefined =>
  parsed(path, sources.file(path));

const parsedBuiltIns = memoize((_: LifecycleSources) => new Map<string, YamlDocument>());

const parsed = (path: string, source: YamlDocument | string | undefined): YamlDocument | undefined =>
  typeof source === 'string' ? parseYaml(path, source) : source;
