import type { ValueSource } from '../lifecycle/schema/field.ts';
import { definitionPlace } from '../project/definitionPlace.ts';
import type { Project } from '../project/model.ts';
import { allFields, sourcesOf, valuesFrom } from '../project/valueSources.ts';
import { defineRule, type Report } from './rule.ts';

export default defineRule({
  id: 'lifecycle-invalid',
  scope: 'project',
  severity: 'error',
  title: 'The lifecycle definition can be read and means something.',
  why: 'Everything else is judged by it. An entry that is wrong is left out, and the rest of the definition goes on to apply.',
  examples: {
    bad: {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: null\nhorizon: lunch\nartifacts:\n  market-research: { need: optional }\n  product-brief: { need: optional }\n  requirements: { need: optional }\n',
    },
    good: {
      'lifecycle.yaml':
        'lifecycle: 1\nextends: standard\nrecords: null\nhorizon: concept\nartifacts:\n  market-research: { need: optional }\n  product-brief: { need: optional }\n  requirements: { need: optional }\n',
    },
  },

  *check(project) {
    for (const { file, span, message, subject, severity, fix } of project.definition.problems)
      yield {
        path: file,
        span,
        subject,
        severity,
        message,
        fixes: fix
          ? [{ title: fix.title, safe: false, changes: [{ kind: 'edit', path: file, edits: fix.edits }] }]
          : [],
      };
    yield* missingSources(project);
  },
});

/** Values are taken from a file or folders that are not there: said once here, and no value is judged by them. */
function* missingSources(project: Project): Generator<Report> {
  for (const { keyPath, field } of allFields(project.lifecycle))
    for (const source of sourcesOf(field)) {
      const { values, say } = valuesFrom(project, source);
      const name = String(keyPath.at(-1));
      if (values === undefined)
        yield {
          ...definitionPlace(project, [...keyPath, 'values-from']),
          subject: name,
          message: `The values of the field \`${name}\` come from ${'file' in source ? `the file ${source.file}` : `the folders ${source.folders}`}, which ${emptiness(project, source)}; until then any value counts. Allowed would be ${say}.`,
        };
    }
}

const emptiness = (project: Project, source: ValueSource): string => {
  if (!('file' in source)) return 'do not exist';
  return project.sources.has(source.file) ? `has nothing at \`${source.at ?? 'its root'}\`` : 'does not exist';
};
