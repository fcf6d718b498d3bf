import { builtInPath } from '../../core/lifecycle/sources.ts';
import type { KeyPath } from '../../core/lifecycle/tree.ts';
import type { Project } from '../../core/project/model.ts';
import { type LineIndex, lineIndex } from '../../core/text/lineIndex.ts';
import { builtInLifecycles } from '../../host/builtIns.ts';
import type { OriginOutput } from '../output/explain.ts';
import type { Places } from '../places.ts';

/** Finds the file and line in which a definition asks for something. */
export type Origins = (keyPath: KeyPath) => OriginOutput | undefined;

/** Origins of a product's definition, in files of the workspace and in those that come with Slipway. */
export function originsOf({ definition }: Project, places: Places): Origins {
  const builtIns = new Map<string, LineIndex>();
  const builtInLine = (file: string, offset: number): number => {
    if (builtIns.size === 0)
      for (const [id, text] of builtInLifecycles()) builtIns.set(builtInPath(id), lineIndex(text));
    return (builtIns.get(file)?.positionAt(offset).line ?? 0) + 1;
  };
  return keyPath => {
    const origin = definition.origin(keyPath);
    if (!origin) return undefined;
    const { file, builtIn, keySpan } = origin;
    if (builtIn) return { file, line: builtInLine(file, keySpan.start), builtIn };
    const { path, line } = places.start({ path: file, span: keySpan });
    return { file: path, line, builtIn };
  };
}
