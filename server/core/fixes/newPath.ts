import { workspacePath } from '../project/build.ts';
import { artifactsOf } from '../project/lookup.ts';
import type { Project } from '../project/model.ts';
import { fillPath } from '../project/pathPattern.ts';

/**
 * Where a new document of a type goes, as a workspace path: its first path, filled. A number is the next free one, and of
 * a type of which there may be many the path is one that no file has yet.
 */
export function newPath(project: Project, type: string): string {
  const definition = project.lifecycle.artifacts[type];
  const pattern = [definition?.path ?? ''].flat()[0] ?? '';
  const at = (slug: string): string => {
    const values = {
      version: project.version ?? '1.0.0',
      date: project.today,
      number: nextNumber(project, type),
      slug,
    };
    return workspacePath(project.root, fillPath(pattern, values));
  };
  let path = at(type);
  for (let copy = 2; definition?.cardinality === 'many' && project.exists(path); copy += 1) {
    const other = at(`${type}-${copy}`);
    if (other === path) break;
    path = other;
  }
  return path;
}

function nextNumber(project: Project, type: string): string {
  const taken = artifactsOf(project, type).map(({ captures }) => Number(captures.number ?? 0));
  return String(taken.reduce((highest, number) => Math.max(highest, number), 0) + 1);
}
