/** The local day of a moment as an ISO date: the one place where Slipway asks the clock. */
export function localDay(moment: Date = new Date()): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
