import type { LifecycleSources } from '../core/lifecycle/sources.ts';
import { builtInLifecycles } from './builtIns.ts';
import { type Disk, realDisk } from './disk.ts';
import { parsedBuiltIn } from './parsedBuiltIns.ts';
import { readText } from './read.ts';

/** Where `extends` finds definitions: the built-in ones and the files of the workspace at `root`. */
export function diskSources(root: string, disk: Disk = realDisk): LifecycleSources {
  const texts = builtInLifecycles();
  return {
    builtIn(id) {
      const text = texts.get(id);
      return text === undefined ? undefined : parsedBuiltIn(id, text);
    },
    builtIns: [...texts.keys()],
    file(path) {
      const file = readText(root, path, disk);
      return file.kind === 'text' ? file.decoded.text : undefined;
    },
  };
}
