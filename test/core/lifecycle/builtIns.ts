import { type LoadedLifecycle, loadLifecycle } from '../../../server/core/lifecycle/load.ts';
import { builtInLifecycles } from '../../../server/host/builtIns.ts';

/** The texts of the built-in lifecycles by id. */
export const builtIns = builtInLifecycles();

/** Loads a `lifecycle.yaml` that may extend any built-in lifecycle. `rules` are the ids that it may set. */
export const loadOwn = (text: string, rules: readonly string[] = []): LoadedLifecycle =>
  loadLifecycle(
    'lifecycle.yaml',
    {
      builtIn: id => builtIns.get(id),
      builtIns: [...builtIns.keys()],
      file: path => (path === 'lifecycle.yaml' ? text : undefined),
    },
    rules,
  );
