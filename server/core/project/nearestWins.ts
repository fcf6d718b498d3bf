import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document } from '../parse/model.ts';
import { fieldsOf } from './fields.ts';
import type { Claim } from './recognise.ts';
import { textOf } from './yamlValue.ts';

/** A document that is said to be an artifact of a type. */
export interface Candidate {
  readonly claim: Claim;
  readonly document: Document;
  /** Relative to the product. */
  readonly local: string;
}

/**
 * For a type of which there is one (for each part of the product), the file nearest the root wins silently, unless a
 * file says the type itself or lies in the same folder: those stay, and `artifact-duplicate` speaks.
 */
export function nearestOnly(lifecycle: Lifecycle, candidates: readonly Candidate[]): readonly Candidate[] {
  const nearest = new Map<string, Candidate>();
  const keys = candidates.map(candidate => keyOf(lifecycle, candidate));
  for (const [index, candidate] of candidates.entries()) {
    const key = keys[index];
    const known = key === undefined ? candidate : nearest.get(key);
    if (key !== undefined && (!known || rank(candidate) < rank(known))) nearest.set(key, candidate);
  }
  return candidates.filter((candidate, index) => {
    const key = keys[index];
    const best = key === undefined ? undefined : nearest.get(key);
    if (!best || best === candidate || candidate.claim.by === 'field') return true;
    return folderOf(best.local) === folderOf(candidate.local);
  });
}

/** What there may be one of: the type and the part; undefined for types of which there may be many. */
function keyOf(lifecycle: Lifecycle, { claim: { type }, document }: Candidate): string | undefined {
  if (lifecycle.artifacts[type]?.cardinality !== 'one') return undefined;
  const part = textOf(fieldsOf(document, lifecycle, lifecycle.artifacts[type]).get('part')?.value);
  return `${type} ${part ?? ''}`;
}

const order: Readonly<Record<Claim['by'], number>> = { field: 0, path: 1, evidence: 2 };
const rank = ({ claim, local }: Candidate): number => order[claim.by] * 1000 + local.split('/').length;
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
