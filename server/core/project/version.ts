import semver from 'semver';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Document } from '../parse/model.ts';
import type { Span } from '../text/span.ts';
import { sectionsOf } from './sections.ts';

/** A version with its day, as a changelog heading names it. */
export interface VersionEntry {
  readonly version: string;
  /** ISO date. */
  readonly date: string | undefined;
  readonly span: Span;
}

const heading = /^\[?v?(\d+\.\d+(?:\.\d+)?[\w.+-]*)\]?(?:.*?(\d{4}-\d{2}-\d{2}))?/;

/** The versions of a document in Keep a Changelog form, in document order. */
export function versionEntries(document: Document, type: ArtifactType): readonly VersionEntry[] {
  return sectionsOf(document, type).flatMap(section => {
    const named = versionIn(section.heading.text);
    return named ? [{ ...named, span: section.heading.textSpan }] : [];
  });
}

/** The version and day that a changelog heading names. */
export function versionIn(words: string): Pick<VersionEntry, 'version' | 'date'> | undefined {
  const match = heading.exec(words.trim());
  return match?.[1] ? { version: match[1], date: match[2] } : undefined;
}

const form =
  /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:\.\d{1,9})*(?:[-.]?([a-z][\w.-]*)|-([\w.-]+))?(?:\+[\w.-]*)?$/i;

/**
 * Reads a version leniently: `1.4`, `v2`, `2026.05.1`, `1.0rc1`. Missing parts are 0, parts after the third do not count.
 * Undefined when the text is no version.
 */
export function parseVersion(text: string): semver.SemVer | undefined {
  const match = form.exec(text.trim());
  if (!match) return undefined;
  const [, major = '0', minor = '0', patch = '0', word, tail] = match;
  const prerelease = (word ?? tail ?? '').replace(/[^0-9A-Za-z]+/g, '.').replace(/^\.|\.$/g, '');
  const numbers = [major, minor, patch].map(Number).join('.');
  return semver.parse(prerelease === '' ? numbers : `${numbers}-${prerelease}`, { loose: true }) ?? undefined;
}

/** Compares two versions after SemVer; what is no version comes before every version. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [parseVersion(a), parseVersion(b)];
  if (x && y) return semver.compare(x, y);
  return x ? 1 : y ? -1 : 0;
}

/** Whether a version is a pre-release, such as `1.0.0-rc.1` or `1.0b2`. */
export const isPrerelease = (version: string): boolean => (parseVersion(version)?.prerelease.length ?? 0) > 0;

/** Whether `version` fits `wanted` at a precision: 1.4.2 fits 1.4 at `minor`. */
export function versionFits(version: string, wanted: string, precision: 'major' | 'minor' | 'patch'): boolean {
  const [a, b] = [parseVersion(version), parseVersion(wanted)];
  if (!a || !b) return version.trim() === wanted.trim();
  if (a.major !== b.major) return false;
  if (precision === 'major') return true;
  return a.minor === b.minor && (precision === 'minor' || semver.compare(a, b) === 0);
}
