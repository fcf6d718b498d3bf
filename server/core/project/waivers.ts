import { isDate } from '../lifecycle/date.ts';
import type { Project } from './model.ts';

/** Whether a type or record kind is declared not applicable in the definition, with reason, person and time left. */
export function isWaived(project: Project, type: string): boolean {
  const waiver = project.lifecycle.waive[type];
  if (!waiver || !filled(waiver.reason) || !filled(waiver.by)) return false;
  return waiver.until === undefined || (isDate(waiver.until) && waiver.until >= project.today);
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
