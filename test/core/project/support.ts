import assert from 'node:assert/strict';
import { type ArtifactType, artifactTypeSchema } from '../../../server/core/lifecycle/schema/artifact.ts';
import type { Document, MarkdownDocument } from '../../../server/core/parse/model.ts';
import { parseDocument } from '../../../server/core/parse/parse.ts';
import type { Artifact, Project, Section } from '../../../server/core/project/model.ts';
import type { Span } from '../../../server/core/text/span.ts';
import { satteri } from '../../../server/host/satteriParser.ts';

/** Parses a text as the file at `path`. */
export const documentOf = (text: string, path = 'document.md'): Document =>
  parseDocument(path, text, { name: 'satteri', parse: source => satteri.parse(source) });

/** Parses a text as Markdown. */
export function markdownOf(text: string): MarkdownDocument {
  const document = documentOf(text);
  assert.equal(document.kind, 'markdown');
  return document.kind === 'markdown' ? document : assert.fail();
}

/** An artifact type of which only some parts matter. */
export const typeWith = (parts: Readonly<Record<string, unknown>>): ArtifactType =>
  artifactTypeSchema.parse({ title: 'Thing', phase: 'development', path: 'thing.md', ...parts });

/** The text at a span. */
export const textAt = ({ text }: { readonly text: string }, { start, end }: Span): string => text.slice(start, end);

/** The only artifact at a path. */
export function artifactAt(project: Project, path: string): Artifact {
  const [artifact, ...others] = project.artifacts.filter(other => other.path === path);
  assert.ok(artifact, `${path} is an artifact`);
  assert.equal(others.length, 0);
  return artifact;
}

/** The first section under a heading. */
export function sectionUnder(sections: readonly Section[], heading: string): Section {
  const found = sections.find(section => section.heading.text === heading);
  assert.ok(found, `there is a section “${heading}”`);
  return found;
}

/** `type by`, sorted, for each artifact with its path. */
export const recognised = (project: Project): readonly string[] =>
  project.artifacts.map(({ path, type, by }) => `${path}: ${type} by ${by}`);
