import type { Lifecycle } from '../lifecycle/schema/lifecycle.ts';
import type { Document } from '../parse/model.ts';
import type { Artifact } from './model.ts';
import { parseVersion, versionEntries } from './version.ts';
import { entry, textOf } from './yamlValue.ts';

/** The file that says the version where neither the definition nor a changelog does, in the folder of the product. */
const usualManifest = 'package.json';

/** The JSON or YAML file in which the version may be written, relative to the product's folder. */
export function manifestPath({ product }: Lifecycle): string | undefined {
  if (product.version !== undefined) return undefined;
  const from = product['version-from'] ?? usualManifest;
  return from === 'changelog' ? undefined : from;
}

/**
 * The version being made: what the definition says; else what `version-from` names; else the newest version of a
 * changelog; else that of the manifest. Undefined when nothing says it.
 */
export function productVersion(
  { product }: Lifecycle,
  artifacts: readonly Artifact[],
  manifest: Document | undefined,
): string | undefined {
  if (product.version !== undefined) return product.version;
  const written = manifest && manifestVersion(manifest);
  const isNamed = product['version-from'] !== undefined;
  return isNamed ? (written ?? newestVersion(artifacts)) : (newestVersion(artifacts) ?? written);
}

/** The newest version that a changelog names. */
const newestVersion = (artifacts: readonly Artifact[]): string | undefined =>
  artifacts
    .filter(({ definition }) => definition.format === 'keep-a-changelog')
    .flatMap(({ document, definition }) => versionEntries(document, definition))[0]?.version;

/** Version 0.0.0 is what tools put there until a release is made. */
function manifestVersion(manifest: Document): string | undefined {
  const version = manifest.kind === 'yaml' ? textOf(entry(manifest.root, 'version')) : undefined;
  if (version === undefined || parseVersion(version) === undefined) return undefined;
  return /^v?0\.0\.0(?:$|[-+])/.test(version) ? undefined : version;
}
