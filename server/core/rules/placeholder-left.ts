import { replaceText } from '../fixes/frontMatter.ts';
import { openQuestion } from '../fixes/openQuestion.ts';
import { removePlaceholder } from '../fixes/removePlaceholder.ts';
import { placeholdersIn } from '../project/placeholders.ts';
import { gapSeverity, isInUse } from '../project/severity.ts';
import { whoNeedsIt } from '../project/wording.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'placeholder-left',
  scope: 'artifact',
  local: true,
  severity: 'warning',
  title: 'No template text is left.',
  why: 'TODO, TBD and unfilled blanks reach customers sooner or later. Words in backticks, code and comments are left alone.',
  examples: {
    bad: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\n## Now\n\n- Sleep stages, TBD\n',
    },
    good: {
      'docs/deployment/roadmap.md':
        '---\nstatus: draft\nowner: product-manager\nversion: 1.0.0\n---\n\n# Roadmap\n\n## Now\n\n- Sleep stages; the word `TBD` is not used here\n',
    },
  },

  *check(artifact, project) {
    if (!isInUse(artifact, project)) return;
    for (const placeholder of placeholdersIn(artifact.document, artifact.definition)) {
      const { span, text } = placeholder;
      const question = openQuestion(artifact, project, placeholder);
      yield {
        path: artifact.path,
        span,
        subject: text,
        severity: gapSeverity(artifact, project),
        gate: artifact.definition['required-by'],
        message: `“${text}” is left from a template or an unfinished thought: ${whoNeedsIt(project, artifact.definition['required-by'], 'an answer')}. Write what belongs here, or name who will and by when.`,
        fixes: [
          ...choices(text).map(choice => ({
            title: `Choose “${choice}”`,
            safe: false,
            changes: [replaceText(artifact.path, span, choice)],
          })),
          ...(question
            ? [{ title: 'Turn into an open question with an owner', safe: false, changes: [question] }]
            : []),
          {
            title: `Remove “${text}”`,
            safe: false,
            changes: [removePlaceholder(artifact.path, artifact.document.text, placeholder)],
          },
        ],
      };
    }
  },
});

/** The options of a list that nobody chose from, such as `Draft | In review | Approved`. */
const choices = (text: string): readonly string[] =>
  /^draft\s*[|/]/i.test(text) ? text.split(/[|/]/).map(choice => choice.trim()) : [];
