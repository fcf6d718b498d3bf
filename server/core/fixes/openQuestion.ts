import type { MarkdownDocument } from '../parse/model.ts';
import type { Artifact, Project } from '../project/model.ts';
import { questionSectionOf, questionSections } from '../project/openQuestions.ts';
import type { Placeholder } from '../project/placeholders.ts';
import { ancestry, sectionAt } from '../project/sections.ts';
import type { Change } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { appendToSection } from './appendToSection.ts';
import { insertSection } from './insertSection.ts';
import { lineAround, removePlaceholder } from './removePlaceholder.ts';

/**
 * Takes a placeholder out of the text and asks for what it stands for among the open questions, with the cursor on who
 * answers and by when. Undefined when the type has no place for questions, or the placeholder stands in it.
 */
export function openQuestion(artifact: Artifact, project: Project, placeholder: Placeholder): Change | undefined {
  const { document, sections, path } = artifact;
  if (document.kind !== 'markdown' || placeholder.span.start < bodyStart(document)) return undefined;
  const own = sectionAt(sections, placeholder.span.start);
  const [known] = questionSections(artifact);
  if (known && [...ancestry(own)].includes(known)) return undefined;
  const { before, after } = lineAround(document.text, placeholder.span);
  const said = `${before}${after}`
    .replace(/[|*_`]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-+>]+|[\s,;:.–—-]+$/g, '');
  const opening = `- ${own ? `${own.heading.text}: ` : ''}${said === '' ? 'what belongs here' : said}? Owner: `;
  const item = { text: `${opening}, by: \n`, stops: [opening.length, `${opening}, by: `.length] };
  const question = known
    ? appendToSection(document, known, item.text, item.stops)
    : newSection(artifact, project, item);
  const removal = removePlaceholder(artifact.path, document.text, placeholder);
  return question && { kind: 'edit', path, edits: [...editsOf(removal), ...editsOf(question)] };
}

const bodyStart = ({ frontMatter }: MarkdownDocument): number => frontMatter?.span.end ?? 0;

const editsOf = (change: Change): readonly TextEdit[] => (change.kind === 'edit' ? change.edits : []);

function newSection(
  artifact: Artifact,
  { version }: Project,
  content: { readonly text: string; readonly stops: readonly number[] },
): Change | undefined {
  const [id] = questionSectionOf(artifact.definition) ?? [];
  return id === undefined ? undefined : insertSection(artifact, id, { version, content });
}
