import type { Finding } from '../core/rules/rule.ts';
import { findingId } from './convert.ts';
import type { ProductCheck } from './productCheck.ts';

/**
 * The findings of one file over all products: a definition that two others extend is a file of both. What both say is
 * said once.
 */
export function findingsIn(checks: readonly ProductCheck[], path: string): readonly Finding[] {
  const found = checks.filter(check => check.paths().has(path)).map(check => check.findingsOf(path));
  if (found.length < 2) return found[0] ?? [];
  return [...new Map(found.flat().map(finding => [`${findingId(finding)} ${finding.message}`, finding])).values()];
}
