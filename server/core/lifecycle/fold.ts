/** Folds a word for comparison: letter case, spaces, `_` and `-` make no difference. `In review` is `in-review`. */
export const foldWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
