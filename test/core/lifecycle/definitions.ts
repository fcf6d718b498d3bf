import { readFileSync } from 'node:fs';
import { type LoadedLifecycle, loadLifecycle } from '../../../server/core/lifecycle/load.ts';
import type { Lifecycle } from '../../../server/core/lifecycle/schema/lifecycle.ts';
import { parseYaml } from '../../../server/core/parse/yaml.ts';

export const standardText = readFileSync(new URL('../../../lifecycles/standard.yaml', import.meta.url), 'utf8');
const standard = parseYaml('lifecycles/standard.yaml', standardText);

/** Loads `lifecycle.yaml` among files given as text; `standard` can be extended. */
export const load = (files: Readonly<Record<string, string>>, rules: readonly string[] = []): LoadedLifecycle =>
  loadLifecycle(
    'lifecycle.yaml',
    {
      builtIn: id => (id === 'standard' ? standard : undefined),
      builtIns: ['standard'],
      file: path => files[path],
    },
    rules,
  );

/** A definition that builds on `standard`, merged. Fails when anything is wrong with it. */
export function lifecycleOf(text: string): Lifecycle {
  const { lifecycle, problems } = load({ 'lifecycle.yaml': `lifecycle: 1\nextends: standard\n${text}` });
  if (!lifecycle || problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return lifecycle;
}
