import { defineRule } from './rule.ts';

export default defineRule({
  id: 'document-unreadable',
  scope: 'project',
  severity: 'error',
  title: 'Every file that the lifecycle governs can be read.',
  why: 'A file that is no text, is far too large or is broken YAML cannot be judged. Nothing else is said about it until it is mended; all other files are checked as usual.',
  examples: {
    bad: { 'docs/records/risks.yaml': '- id: RISK-1\n  title: "Battery\n' },
    good: { 'docs/records/risks.yaml': '- id: RISK-1\n  title: Battery\n' },
  },

  *check(project) {
    for (const document of project.documents.values()) {
      if (document.path === project.definition.path) continue;
      for (const { code, span, message } of document.problems)
        if (document.kind === 'yaml' || (code !== 'yaml-syntax' && code !== 'front-matter-position'))
          yield { path: document.path, span, subject: document.path, message };
    }
  },
});
