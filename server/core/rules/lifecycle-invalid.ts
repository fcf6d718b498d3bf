import { defineRule } from './rule.ts';

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
    for (const { file, span, message, subject, fix } of project.definition.problems)
      yield {
        path: file,
        span,
        subject,
        message,
        fixes: fix
          ? [{ title: fix.title, safe: false, changes: [{ kind: 'edit', path: file, edits: fix.edits }] }]
          : [],
      };
  },
});
