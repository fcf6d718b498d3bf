import { distance } from 'fastest-levenshtein';
import { foldWord } from './fold.ts';

/** The candidate that `word` was probably meant to be; undefined when none is near. Ties go to the first candidate. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = foldWord(word);
  let best: string | undefined;
  let bestDistance = Math.floor(folded.length * 0.4) + 1;
  for (const candidate of candidates) {
    const far = distance(folded, foldWord(candidate));
    if (far < bestDistance) [best, bestDistance] = [candidate, far];
  }
  return best;
}
