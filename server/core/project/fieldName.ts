/** Letter case, spaces, `_` and `-` make no difference in the name of a field. */
export const foldName = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '_');
