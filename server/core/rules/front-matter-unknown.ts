import { distance } from 'fastest-levenshtein';
import { replaceText } from '../fixes/frontMatter.ts';
import { foldName } from '../project/fieldName.ts';
import { knownFields } from '../project/fields.ts';
import { isInUse } from '../project/severity.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'front-matter-unknown',
  scope: 'artifact',
  severity: 'hint',
  title: 'No field of the front matter is a misspelling of one that is read.',
  why: 'A misspelt field is silently ignored: the document says something that nobody hears. Fields of other tools are left alone.',
  examples: {
    bad: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\nreviwed: 2026-05-02\n---\n\n# User experience\n',
    },
    good: {
      'docs/development/ux-design.md':
        '---\ntype: ux-design\nstatus: draft\nowner: designer\nreviewed: 2026-05-02\nsidebar_position: 3\n---\n\n# User experience\n',
    },
  },

  *check(artifact, project) {
    if (artifact.definition['other-fields'] === 'any') return;
    if (!isInUse(artifact, project)) return;
    const free = Object.entries(knownFields(project.lifecycle, artifact.definition)).flatMap(([name, { aliases }]) =>
      artifact.fields.get(name) ? [] : [name, ...aliases],
    );
    for (const { written, known, keySpan } of artifact.fields.all) {
      const near = known ? undefined : free.find(name => isMisspelling(written, name));
      if (near === undefined) continue;
      yield {
        path: artifact.path,
        span: keySpan,
        subject: written,
        message: `No rule and no gate reads the field “${written}”. Did you mean “${near}”?`,
        fixes: [{ title: `Rename to “${near}”`, safe: false, changes: [replaceText(artifact.path, keySpan, near)] }],
      };
    }
  },
});

/**
 * Whether one word is a slip of the other: a letter or two in it. Words that differ in their ending are words of their
 * own (`reviewers`, `reviewed`), except for a plural s.
 */
function isMisspelling(written: string, name: string): boolean {
  const [a, b] = [foldName(written), foldName(name)];
  if (Math.min(a.length, b.length) < 5) return false;
  if (`${a}s` === b || a === `${b}s`) return true;
  return a.at(-1) === b.at(-1) && a[0] === b[0] && distance(a, b) <= 2;
}
