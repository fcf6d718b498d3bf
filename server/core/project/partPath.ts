import { resolvePath } from '../lifecycle/path.ts';
import type { ArtifactType, Companion } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { memoize } from '../text/memo.ts';
import { fillWhole, namesIn, type PathPattern, pathPattern } from './pathPattern.ts';

/** Whether the path of a sidecar or companion counts from the folder of its document. */
const isBeside = (source: string): boolean => !source.includes('/') || /^\.\.?\//.test(source);

/**
 * Where a sidecar or companion of the document at `path` lies, both relative to the workspace; `root` is the folder of
 * the product. Undefined when a named part has no value, or when the path leads out of the workspace.
 */
export function partPath(
  source: string,
  path: string,
  root: string,
  textFor: (name: string) => string | undefined,
): string | undefined {
  const filled = fillWhole(source, name => pathText(textFor(name)));
  if (filled === undefined) return undefined;
  return resolvePath(isBeside(source) ? path : root === '' ? '' : `${root}/`, `./${filled}`);
}

/** What a document says must not lead to another folder of the computer. */
const pathText = (text: string | undefined): string | undefined =>
  text !== undefined && /[\\:\p{Cc}]|(?:^|\/)\.\.?(?:\/|$)/u.test(text) ? undefined : text;

/** The paths at which a companion may lie: its own, else those of its type. */
export const companionPaths = (lifecycle: Lifecycle, { path, type }: Companion): readonly string[] =>
  path !== undefined ? [path] : [lifecycle.artifacts[type ?? '']?.path ?? []].flat();

/** Tests for the files that may be a sidecar or a companion of a known type: those that are read for their document. */
export const partPatterns = memoize((lifecycle: Lifecycle): readonly PathPattern[] =>
  Object.values(lifecycle.artifacts).flatMap(type => {
    const companions = Object.values(type.companions).filter(companion => companion.type !== undefined);
    const sources = [type.sidecar ?? [], companions.flatMap(({ path }) => path ?? [])].flat();
    return sources.flatMap(source => besideAll(type, source)).map(pathPattern);
  }),
);

/** The path of a part for each path of its type. */
function besideAll(type: ArtifactType, source: string): readonly string[] {
  if (!isBeside(source)) return [source];
  // A document that says its type itself may lie anywhere.
  if (namesIn(source).length === 0 && !source.includes('../')) return [`**/${source.replace(/^\.\//, '')}`];
  return [type.path].flat().flatMap(path => resolvePath(path, source) ?? []);
}
