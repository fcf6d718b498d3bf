import picomatch from 'picomatch';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document, MarkdownDocument } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { scoreOf, signsOf } from './evidenceScore.ts';
import { fieldsOf } from './fields.ts';
import type { Artifact } from './model.ts';
import { partPatterns } from './partPath.ts';
import { type PathPattern, pathPattern } from './pathPattern.ts';
import { itemsOf, textOf } from './yamlValue.ts';

/** One way to read a document: as an artifact of a type, and why. */
export interface Claim {
  readonly type: string;
  readonly by: Artifact['by'];
  readonly captures: Readonly<Record<string, string>>;
  /** How sure it is; `accept-at` or more for a claim that counts. */
  readonly score: number;
}

export interface Recognition {
  readonly claims: readonly Claim[];
  /** Types that fit equally well, when no other sign decides. */
  readonly ambiguous: readonly string[];
}

/** Finds what a document is: by its `type` field, else by its path, else by evidence. `path` is relative to the product. */
export function recognise(lifecycle: Lifecycle, document: Document, path: string): Recognition {
  const named = namedTypes(lifecycle, document);
  if (named.length > 0)
    return sure(
      named.map(type => ({
        type,
        by: 'field',
        captures: capturesOf(lifecycle, type, path),
        score: 100,
      })),
    );
  const placed = byPath(lifecycle, path);
  if (placed.length > 0) return sure(placed);
  return document.kind === 'markdown' ? byEvidence(lifecycle, document, path) : nothing;
}

const nothing: Recognition = { claims: [], ambiguous: [] };
const sure = (claims: readonly Claim[]): Recognition => ({ claims, ambiguous: [] });

function namedTypes(lifecycle: Lifecycle, document: Document): readonly string[] {
  const field = fieldsOf(document, lifecycle, undefined).get('type');
  const names = new Set(itemsOf(field?.value).flatMap(item => textOf(item) ?? []));
  return [...names].filter(name => Object.hasOwn(lifecycle.artifacts, name));
}

/** The named parts of a path, else the number that opens it: what is known of a document that its path does not tell. */
const capturesOf = (lifecycle: Lifecycle, type: string, path: string): Readonly<Record<string, string>> =>
  matchPath(lifecycle, type, path) ?? leadingNumber(path);

const pathPatterns = memoize((type: ArtifactType): readonly PathPattern[] => [type.path].flat().map(pathPattern));

/** The named parts of a path that fits a type's pattern, or undefined. */
export const matchPath = (
  lifecycle: Lifecycle,
  type: string,
  path: string,
): Readonly<Record<string, string>> | undefined => bestPath(lifecycle.artifacts[type], path)?.captures;

interface Fit {
  readonly captures: Readonly<Record<string, string>>;
  readonly literalLength: number;
}

function bestPath(type: ArtifactType | undefined, path: string): Fit | undefined {
  let best: Fit | undefined;
  for (const { literalLength, match } of type ? pathPatterns(type) : []) {
    const captures = match(path);
    if (captures && literalLength > (best?.literalLength ?? -1)) best = { captures, literalLength };
  }
  return best;
}

/** The types whose path fits; of `design/{slug}.md` and `design/overview.md` the second says more and wins alone. */
function byPath(lifecycle: Lifecycle, path: string): readonly Claim[] {
  const fits = Object.entries(lifecycle.artifacts).flatMap(([type, definition]) => {
    const fit = bestPath(definition, path);
    return fit && !isExcluded(definition, path) ? [{ type, ...fit }] : [];
  });
  const longest = Math.max(...fits.map(({ literalLength }) => literalLength));
  return fits
    .filter(({ literalLength }) => literalLength === longest)
    .map(({ type, captures }) => ({ type, by: 'path', captures, score: 60 }));
}

/** The number that opens a file name, such as `0007-use-sqlite.md`; a day is no number. */
function leadingNumber(path: string): Readonly<Record<string, string>> {
  const number = /(?:^|\/)(?!\d{4}-\d{2}-\d{2})(\d+)(?:[-_. ][^/]*)?$/.exec(path)?.[1];
  return number === undefined ? {} : { number };
}

function byEvidence(lifecycle: Lifecycle, document: MarkdownDocument, path: string): Recognition {
  const settings = lifecycle.recognition;
  const signs = signsOf(document, path);
  const scored = Object.entries(lifecycle.artifacts)
    .filter(([, definition]) => !isExcluded(definition, path))
    .map(([type, definition]) => ({ type, score: scoreOf(lifecycle, definition, signs) }))
    .filter(({ score }) => score >= settings['accept-at'])
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best) return nothing;
  if (second && best.score - second.score < settings['ambiguous-within'])
    return {
      claims: [],
      ambiguous: scored
        .filter(({ score }) => best.score - score < settings['ambiguous-within'])
        .map(({ type }) => type),
    };
  return sure([
    { type: best.type, by: 'evidence', captures: capturesOf(lifecycle, best.type, path), score: best.score },
  ]);
}

/** How much speaks for a type when neither a field nor the path does. */
export const evidenceScore = (
  lifecycle: Lifecycle,
  type: ArtifactType,
  document: MarkdownDocument,
  path: string,
): number => scoreOf(lifecycle, type, signsOf(document, path));

/** A test for files that are never lifecycle documents: templates, vendored trees, tool folders. */
export const isIgnored = memoize(({ recognition: { ignore } }: Lifecycle) => globTest(ignore));

/** Whether a file is never taken for a type by its path or by evidence. */
const isExcluded = (type: ArtifactType, path: string): boolean => type.ignore.length > 0 && exclusions(type)(path);

const exclusions = memoize(({ ignore }: ArtifactType) => globTest(ignore));

function globTest(globs: readonly string[]): (path: string) => boolean {
  const matches = globs.length > 0 ? picomatch([...globs], { dot: true }) : () => false;
  return path => matches(path);
}

/**
 * Whether a YAML file may be an artifact, or the sidecar or companion of one. Patterns of Markdown files are left out:
 * repositories hold thousands of YAML files that are nothing of the kind.
 */
export const mayBeYamlArtifact = (lifecycle: Lifecycle, path: string): boolean =>
  yamlPatterns(lifecycle).some(pattern => pattern.match(path) !== undefined);

const yamlPatterns = memoize((lifecycle: Lifecycle): readonly PathPattern[] => [
  ...Object.values(lifecycle.artifacts)
    .flatMap(pathPatterns)
    .filter(({ source }) => !/\.(?:md|markdown)$/i.test(source)),
  ...partPatterns(lifecycle),
]);
