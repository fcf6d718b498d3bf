import { isDate } from '../lifecycle/date.ts';
import { addDuration } from '../lifecycle/duration.ts';
import type { ArtifactType } from '../lifecycle/schema/artifact.ts';
import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import { canonicalStatus, rankOf } from '../lifecycle/statusLadder.ts';
import type { Document, YamlNode } from '../parse/model.ts';
import { fingerprint } from './fingerprint.ts';
import type { ArtifactState, Fields } from './model.ts';
import { entry, mapsOf, textOf } from './yamlValue.ts';

/** Where a document stands: its declared status and what follows from content and dates. */
export function stateOf(
  document: Document,
  type: ArtifactType,
  fields: Fields,
  lifecycle: Lifecycle,
  today: string,
): ArtifactState {
  const written = textOf(fields.get('status')?.value);
  const declared = written === undefined ? undefined : canonicalStatus(lifecycle, type, written);
  const status = declared ?? type['status-default'] ?? firstStatus(lifecycle);
  return {
    status,
    declared: declared !== undefined,
    stale: isAgreed(lifecycle, status) && isStale(document, fields),
    overdue: isOverdue(type, fields, today),
    waived: waiverHolds(fields.get('not_applicable')?.value, today),
  };
}

/** Whether an accountable person has agreed to documents of this status. */
export function isAgreed(lifecycle: Lifecycle, status: string): boolean {
  const rank = rankOf(lifecycle, status);
  if (rank === undefined) return false;
  return Object.entries(lifecycle.statuses).some(
    ([id, other]) => other.agreed && (rankOf(lifecycle, id) ?? Number.POSITIVE_INFINITY) <= rank,
  );
}

/** Whether a status is the top of a ladder on which agreement comes earlier: agreed to, and in use. */
export function isReleased(lifecycle: Lifecycle, status: string): boolean {
  const ladder = Object.entries(lifecycle.statuses).filter(([, { ordered }]) => ordered);
  return ladder.at(-1)?.[0] === status && ladder.slice(0, -1).some(([, { agreed }]) => agreed);
}

/** Whether a status is outside the ladder, such as retired: the document does not count any more. */
export const isAside = (lifecycle: Lifecycle, status: string): boolean =>
  Object.hasOwn(lifecycle.statuses, status) && rankOf(lifecycle, status) === undefined;

/** The lowest status of the ladder. */
export const firstStatus = (lifecycle: Lifecycle): string =>
  Object.entries(lifecycle.statuses).find(([, status]) => status.ordered)?.[0] ?? 'draft';

/** Approvals with a fingerprint exist and none fits the body as it is now. */
function isStale(document: Document, fields: Fields): boolean {
  // In a YAML file the approvals are a part of what they would be bound to.
  if (document.kind === 'yaml') return false;
  const approved = mapsOf(fields.get('approvals')?.value).flatMap(approval => textOf(entry(approval, 'content')) ?? []);
  return approved.length > 0 && !approved.includes(fingerprint(document));
}

/** The day of the next review, ISO; undefined when no interval or no last review is known. */
function reviewDue(type: ArtifactType, fields: Fields): string | undefined {
  const reviewed = textOf(fields.get('reviewed')?.value);
  const interval = textOf(fields.get('review_every')?.value) ?? type['review-every'];
  return reviewed === undefined || interval === undefined || !isDate(reviewed)
    ? undefined
    : addDuration(reviewed, interval);
}

function isOverdue(type: ArtifactType, fields: Fields, today: string): boolean {
  const due = reviewDue(type, fields);
  return due !== undefined && due < today;
}

/** Whether a waiver has a reason, a person and an end in the future. */
export function waiverHolds(waiver: YamlNode | undefined, today: string): boolean {
  const until = textOf(entry(waiver, 'until'));
  return (
    textOf(entry(waiver, 'reason')) !== undefined &&
    textOf(entry(waiver, 'by')) !== undefined &&
    (until === undefined || (isDate(until) && until >= today))
  );
}
