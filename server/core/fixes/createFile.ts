import type { Companion } from '../lifecycle/schema/artifact.ts';
import type { Project } from '../project/model.ts';
import type { Change, Fix } from '../rules/rule.ts';
import { newDocument } from './documentSkeleton.ts';

const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);
const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/** Creates a companion at a workspace path: with the fields and sections of its type, else with what it is for. */
export function createCompanion(project: Project, id: string, { type, say }: Companion, path: string): Fix {
  const created = type === undefined ? undefined : newDocument(project, type, path);
  const words = say ?? id;
  const text = isYaml(path) ? `# ${words}\n` : isMarkdown(path) ? `# ${titled(id)}\n\n<!-- ${words} -->\n` : '';
  return creation(created ?? { path, text });
}

/** A fix that makes a file. */
export const creation = (file: NewFile): Fix => ({
  title: `Create ${file.path}`,
  safe: false,
  byName: true,
  changes: [{ kind: 'create', ...file }],
});

type NewFile = Omit<Extract<Change, { kind: 'create' }>, 'kind'>;

const titled = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replace(/[-_]/g, ' ');
