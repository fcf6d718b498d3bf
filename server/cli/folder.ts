import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type LoadOptions, loadWorkspace, type Workspace } from '../host/load.ts';
import { type Context, UsageError } from './context.ts';

const definitionNames = ['lifecycle.yaml', 'lifecycle.yml'];

/** A path as seen from the current folder, with forward slashes; `''` for the current folder itself. */
export const fromCwd = ({ cwd }: Context, path: string): string => relative(cwd, path).split(sep).join('/');

/** Joins a folder and a path below it, both with forward slashes. */
export const below = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** The nearest folder at or above `folder` that holds a definition. */
export function folderWithDefinition(folder: string): string | undefined {
  if (definitionNames.some(name => existsSync(join(folder, name)))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : folderWithDefinition(parent);
}

function absoluteFolder(context: Context, dir: string): string {
  const path = resolve(context.cwd, dir);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats)
    throw new UsageError(`There is no folder "${dir}". Give the folder of a product, or none for the current one.`);
  if (stats.isDirectory()) return path;
  throw new UsageError(
    `"${dir}" is a file. Give the folder of its product; "slipway explain ${dir}" tells about one file.`,
  );
}

function noDefinition(context: Context, root: string, given: string | undefined): UsageError {
  const above = folderWithDefinition(dirname(root));
  const hint =
    above === undefined
      ? []
      : [
          `The folder "${fromCwd(context, above) || '.'}" above it has one: give that one instead, or write another here.`,
        ];
  return new UsageError(
    [
      `There is no lifecycle.yaml in "${given ?? '.'}" or below it, so there is nothing to check against.`,
      ...hint,
      'At the root of the product, write a file lifecycle.yaml with these three lines:',
      '',
      '  lifecycle: 1',
      '  extends: standard',
      '  product: { name: My product, version: 0.1.0 }',
    ].join('\n'),
  );
}

/**
 * Reads the folder that was given, or the current one. When none was given and the current one has no definition in
 * it, the nearest folder above that has one is taken. Throws `UsageError` when there is no definition at all.
 */
export async function openFolder(
  context: Context,
  given: string | undefined,
  options: LoadOptions,
): Promise<Workspace> {
  const root = given === undefined ? context.cwd : absoluteFolder(context, given);
  const workspace = await loadWorkspace(root, options);
  if (workspace.products.length > 0) return workspace;
  const above = given === undefined ? folderWithDefinition(dirname(root)) : undefined;
  if (above === undefined) throw noDefinition(context, root, given);
  return loadWorkspace(above, options);
}
