import type { Place, Project } from './model.ts';
import { entry } from './yamlValue.ts';

/**
 * Where a finding without a file of its own is shown: at the entry of `lifecycle.yaml` that asks for it, or, when a
 * built-in lifecycle does, at the line that names that lifecycle.
 */
export function definitionPlace(project: Project, keyPath: readonly (string | number)[]): Place {
  const { definition } = project;
  const origin = definition.origin(keyPath);
  if (origin && !origin.builtIn) return { path: origin.file, span: origin.keySpan };
  const document = project.documents.get(definition.path);
  const extended = document?.kind === 'yaml' ? entry(document.root, 'extends') : undefined;
  return { path: definition.path, span: extended?.span ?? { start: 0, end: 0 } };
}
