/** Where a relative link leads. */
export interface LinkTarget {
  /** Workspace path of the file or folder; undefined when the link leaves the workspace. */
  readonly path: string | undefined;
  /** Without `#`, decoded, lower-case; undefined when there is none. */
  readonly fragment: string | undefined;
}

/**
 * Resolves a link as repository hosts do: relative to the file, or to the root of the workspace when it begins with `/`.
 * Undefined for what is no path: other schemes, protocol-relative addresses, empty targets.
 */
export function resolveLink(from: string, target: string): LinkTarget | undefined {
  if (target === '' || target === '#' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target)) return undefined;
  const hash = target.indexOf('#');
  const fragment = hash < 0 ? undefined : decode(target.slice(hash + 1)).toLowerCase();
  const written = decode((hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, ''));
  if (written === '') return { path: from, fragment };
  const base = written.startsWith('/') ? [] : from.split('/').slice(0, -1);
  return { path: join(base, written), fragment };
}

function join(base: readonly string[], written: string): string | undefined {
  const parts = [...base];
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The way from one file to another, as a link writes it. */
export function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared += 1;
  return [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
