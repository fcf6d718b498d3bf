import { artifactsAt } from './lookup.ts';
import type { Project } from './model.ts';

/** The artifact type that a file is, and the phase that it belongs to, for findings of rules that judge the product. */
export function originOf(
  project: Project,
  path: string,
): { readonly artifact: string | undefined; readonly phase: string | undefined } {
  const [artifact] = artifactsAt(project, path);
  return { artifact: artifact?.type, phase: artifact?.definition.phase };
}
