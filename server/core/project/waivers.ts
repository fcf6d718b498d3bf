import { isDate } from '../lifecycle/date.ts';
import type { Project } from './model.ts';

/** Whether a type or record kind is declared not applicable in the definition, with reason, person and time left. */
export function isWaived(project: Project, type: string): boolean {
  const { reason, by, until = '' } = project.lifecycle.waive[type] ?? {};
  if (!filled(reason) || !filled(by)) return false;
  return !filled(until) || (isDate(until) && until >= project.today);
}

/** Whether the definition says where a type is kept instead. */
export const isElsewhere = (project: Project, type: string): boolean => {
  const places = project.lifecycle['provided-by'];
  return Object.hasOwn(places, type) && filled(places[type]?.url);
};

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';
