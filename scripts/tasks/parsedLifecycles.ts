import { mkdirSync, writeFileSync } from 'node:fs';
import { builtInPath } from '../../server/core/lifecycle/sources.ts';
import { parseYaml } from '../../server/core/parse/yaml.ts';
import { builtInLifecycles } from '../../server/host/builtIns.ts';
import { parsedFolder } from '../../server/host/parsedBuiltIns.ts';
import { inProject } from './project.ts';

/** Writes each built-in lifecycle as the parser gives it, so that no start has to parse it again. */
export function storeParsedLifecycles(): void {
  mkdirSync(inProject('dist', parsedFolder), { recursive: true });
  for (const [id, text] of builtInLifecycles())
    writeFileSync(inProject('dist', parsedFolder, `${id}.json`), JSON.stringify(parseYaml(builtInPath(id), text)));
}
