import { type AppliedFix, planFixes } from '../../core/fixes/plan.ts';
import type { Disk } from '../../host/disk.ts';
import { loadWorkspace, type Workspace } from '../../host/load.ts';
import { type CheckedProduct, checkWorkspace } from '../checking.ts';
import { createDraft, type Draft } from './draft.ts';

export interface FixOptions {
  /** ISO date. */
  readonly today: string;
  /** Only findings of this rule. */
  readonly rule?: string | undefined;
  readonly disk?: Disk;
}

/** What the safe fixes of a workspace come to. */
export interface FixResult {
  readonly draft: Draft;
  readonly applied: readonly AppliedFix[];
  /** The products as they are after the fixes. */
  readonly products: readonly CheckedProduct[];
}

// A round applies what does not overlap, and a fix may bring up another finding; more than a few rounds are a circle.
const mostRounds = 10;

/**
 * Applies all safe fixes to a draft, round by round, until none is left. A rule that is asked for by name may add empty
 * skeletons too. Nothing is written.
 */
export async function fixAll(start: Workspace, { today, rule, disk }: FixOptions): Promise<FixResult> {
  const draft = createDraft(start.root, disk);
  const applied: AppliedFix[] = [];
  let workspace = start;
  let products = checkWorkspace(workspace, today);
  for (let round = 0; round < mostRounds; round += 1) {
    const findings = products.flatMap(product => product.findings);
    const wanted = findings.filter(finding => rule === undefined || finding.rule === rule);
    const plan = planFixes(wanted, { isPossible: draft.isPossible, byName: rule !== undefined });
    if (plan.applied.length === 0) break;
    draft.apply(plan);
    applied.push(...plan.applied);
    workspace = await loadWorkspace(workspace.root, { disk: draft.disk, known: workspace.documents });
    products = checkWorkspace(workspace, today);
  }
  return { draft, applied, products };
}
