/** Whether an entry of `extends` means a file and not a built-in definition. */
export const isPath = (name: string): boolean => name.includes('/') || /\.ya?ml$/i.test(name);

/**
 * The path that `relative` means in a file at `from`. Both are relative to the workspace root, with forward slashes.
 * Undefined when it leads out of the workspace.
 */
export function resolvePath(from: string, relative: string): string | undefined {
  const steps = relative.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
