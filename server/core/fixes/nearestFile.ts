import { nearest } from '../lifecycle/nearest.ts';
import type { Project } from '../project/model.ts';
import { memoize } from '../text/memo.ts';

/** The file that was probably meant: one of the same name elsewhere, or one of a similar name in the same folder. */
export function nearestFile(project: Project, path: string): string | undefined {
  const files = filesByName(project);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const same = files.byName.get(name) ?? [];
  if (same.length > 0) return same.length === 1 ? same[0] : nearest(path, same);
  const folder = path.slice(0, -name.length);
  const beside = (files.byFolder.get(folder) ?? []).map(other => other.slice(folder.length));
  const near = nearest(
    name,
    beside.filter(other => extension(other) === extension(name)),
  );
  return near === undefined ? undefined : `${folder}${near}`;
}

const extension = (path: string): string => /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? '';

const filesByName = memoize(({ documents }: Project) => {
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  for (const path of documents.keys()) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    push(byName, name, path);
    push(byFolder, path.slice(0, -name.length), path);
  }
  return { byName, byFolder };
});

function push(lists: Map<string, string[]>, key: string, path: string): void {
  const list = lists.get(key);
  if (list) list.push(path);
  else lists.set(key, [path]);
}
