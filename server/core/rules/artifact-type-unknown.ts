import { addField, replaceText } from '../fixes/frontMatter.ts';
import { nearest } from '../lifecycle/nearest.ts';
import type { Document } from '../parse/model.ts';
import { fieldsOf, hasOwnTypeField } from '../project/fields.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/sections.ts';
import { listed } from '../project/wording.ts';
import { itemsOf, textOf } from '../project/yamlValue.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'artifact-type-unknown',
  scope: 'project',
  severity: 'warning',
  title: 'A document names a type that the lifecycle knows, or can be read as one type only.',
  why: 'A document of no known type counts for no gate. One that could be two things is not guessed at.',
  examples: {
    bad: {
      'docs/manual.md':
        '---\ntype: usermanual\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Manual\n',
    },
    good: {
      'docs/manual.md':
        '---\ntype: user-manual\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Manual\n',
    },
  },

  *check(project) {
    const claimed = new Set(project.artifacts.map(artifact => artifact.path));
    const other = new Set(
      project.artifacts.flatMap(({ path, definition }) => (hasOwnTypeField(definition) ? path : [])),
    );
    for (const document of project.documents.values()) {
      if (document.kind === 'markdown' && document.frontMatter && !other.has(document.path))
        yield* unknownNames(project, document, claimed.has(document.path));
    }
    for (const { document, types } of project.ambiguous) yield ambiguous(project, document, types);
  },
});

/** Other tools use a field `type` too: an unknown name speaks only when it is near a known one, or the file is an artifact. */
function* unknownNames(project: Project, document: Document, isArtifact: boolean): Generator<Report> {
  const types = Object.keys(project.lifecycle.artifacts);
  for (const item of itemsOf(fieldsOf(document, project.lifecycle, undefined).get('type')?.value)) {
    const name = textOf(item);
    if (name === undefined || types.includes(name)) continue;
    const near = nearest(name, types);
    if (near === undefined && !isArtifact) continue;
    yield {
      path: document.path,
      span: item.span,
      subject: name,
      message: `The lifecycle knows no type “${name}”, so this document ${isArtifact ? 'does not count as one' : 'counts for no gate'}. ${near ? `Did you mean “${near}”?` : 'Correct the name, or add the type to the lifecycle.'}`,
      fixes: near
        ? [{ title: `Change to “${near}”`, safe: false, changes: [replaceText(document.path, item.span, near)] }]
        : [],
    };
  }
}

function ambiguous(project: Project, document: Document, types: readonly string[]): Report {
  const titles = types.map(type => `“${project.lifecycle.artifacts[type]?.title ?? type}”`);
  const fields = fieldsOf(document, project.lifecycle, undefined);
  return {
    path: document.path,
    span: titleOf(document)?.span ?? { start: 0, end: 0 },
    subject: types.join(', '),
    message: `This file fits ${listed(titles)} equally well, so it counts as none of them. Name one, or several, in the field “type”.`,
    fixes: types.map(type => ({
      title: `Its type is “${type}”`,
      safe: false,
      changes: [addField({ document, fields }, 'type', type)],
    })),
  };
}
