import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';

/** Whether a field of a record kind knows a value, whatever the entry says otherwise. */
export function knowsValue({ records }: Lifecycle, kind: string, field: string, value: string): boolean {
  const definition = records[kind]?.fields[field];
  const grouped = Object.values(definition?.['values-by'] ?? {}).flatMap(group => Object.values(group).flat());
  return [...(definition?.values ?? []), ...grouped].some(known => String(known) === value);
}
