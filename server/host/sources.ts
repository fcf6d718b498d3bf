import { builtInPath, type LifecycleSources } from '../core/lifecycle/sources.ts';
import type { YamlDocument } from '../core/parse/model.ts';
import { parseYaml } from '../core/parse/yaml.ts';
import { builtInLifecycles } from './builtIns.ts';
import { type Disk, realDisk } from './disk.ts';
import { readText } from './read.ts';

const parsedBuiltIns = new Map<string, YamlDocument>();

/** A built-in definition, parsed once in the life of the process. */
function builtIn(id: string, texts: ReadonlyMap<string, string>): YamlDocument | undefined {
  const text = texts.get(id);
  if (text === undefined) return undefined;
  const document = parsedBuiltIns.get(id) ?? parseYaml(builtInPath(id), text);
  parsedBuiltIns.set(id, document);
  return document;
}

/** Where `extends` finds definitions: the built-in ones and the files of the workspace at `root`. */
export function diskSources(root: string, disk: Disk = realDisk): LifecycleSources {
  const texts = builtInLifecycles();
  return {
    builtIn: id => builtIn(id, texts),
    builtIns: [...texts.keys()],
    file(path) {
      const file = readText(root, path, disk);
      return file.kind === 'text' ? file.decoded.text : undefined;
    },
  };
}
