import { mendFrontMatter } from '../fixes/mendFrontMatter.ts';
import type { Document } from '../parse/model.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'front-matter-invalid',
  scope: 'project',
  severity: 'error',
  title: 'The front matter can be read.',
  why: 'When the YAML is broken or does not begin on the first line, every tool treats the document as having no metadata at all.',
  examples: {
    bad: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\ntitle: "Screens\n---\n\n# User experience\n',
    },
    good: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\ntitle: "Screens: the watch"\n---\n\n# User experience\n',
    },
  },

  *check(project) {
    const artifacts = new Set(project.artifacts.map(artifact => artifact.path));
    for (const document of project.documents.values()) {
      if (
        document.kind !== 'markdown' ||
        !(artifacts.has(document.path) || namesType(document, Object.keys(project.lifecycle.artifacts)))
      )
        continue;
      for (const problem of document.problems)
        if (problem.code === 'yaml-syntax' || problem.code === 'front-matter-position')
          yield {
            path: document.path,
            span: problem.span,
            subject: 'front matter',
            message: problem.message,
            fixes: mendFrontMatter(document, problem),
          };
    }
  },
});

/** A file whose metadata cannot be read is a lifecycle document when a line of it names a type. */
function namesType(document: Document, types: readonly string[]): boolean {
  const named = /^type:\s*["'[]*([\w-]+)/m.exec(document.text.slice(0, 4000))?.[1];
  return named !== undefined && types.includes(named);
}
