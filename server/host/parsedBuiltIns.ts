import { existsSync, readFileSync } from 'node:fs';
import { builtInPath } from '../core/lifecycle/sources.ts';
import type { YamlDocument } from '../core/parse/model.ts';
import { parseYaml } from '../core/parse/yaml.ts';

/** Where the build puts the parsed definitions, beside the bundles. */
export const parsedFolder = 'parsed-lifecycles';

const documents = new Map<string, YamlDocument>();

/**
 * A built-in definition, parsed once in the life of the process. The build stores what the parser gives, because to parse
 * a large definition takes longer than most checks; where the text is another one, it is parsed here.
 */
export function parsedBuiltIn(id: string, text: string): YamlDocument {
  const known = documents.get(id) ?? stored(id);
  const document = known?.text === text ? known : parseYaml(builtInPath(id), text);
  documents.set(id, document);
  return document;
}

function stored(id: string): YamlDocument | undefined {
  const file = new URL(`${parsedFolder}/${id}.json`, import.meta.url);
  if (!existsSync(file)) return undefined;
  const document: YamlDocument = JSON.parse(readFileSync(file, 'utf8'));
  return document;
}
