import { existsSync, readdirSync, readFileSync } from 'node:fs';

// From dist/, where the bundles are, and from server/host/, where this file is.
const places = ['../lifecycles/', '../../lifecycles/'].map(place => new URL(place, import.meta.url));

/**
 * The texts of the lifecycle definitions that come with Slipway, by id (`standard`), which is what `extends` names.
 * Reads them from disk at each call. Throws when the installation has lost them.
 */
export function builtInLifecycles(): ReadonlyMap<string, string> {
  const folder = places.find(place => existsSync(place));
  if (folder === undefined) throw new Error('The built-in lifecycles are missing: install Slipway again.');
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'));
  return new Map(files.map(name => [name.slice(0, -'.yaml'.length), readFileSync(new URL(name, folder), 'utf8')]));
}
