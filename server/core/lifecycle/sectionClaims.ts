import { normaliseHeading } from '../project/headings.ts';
import { memoize } from '../text/memo.ts';
import { type Fault, valueProblem } from './fault.ts';
import { places } from './places.ts';
import { type KeyPath, keysAt, partAt, type Tree, type TreeScalar, textAt, textsAt } from './tree.ts';

/** A heading or alias by which a section is recognised. */
interface Claim {
  readonly section: string;
  readonly path: KeyPath;
  readonly part: TreeScalar;
  readonly isHeading: boolean;
}

/** Two sections of a type that one file calls by the same words: a document could not tell them apart. */
export function clashingSections(tree: Tree): readonly Fault[] {
  return disputes(tree).flatMap(({ winner, loser }) => {
    if (winner.part.layer !== loser.part.layer && !loser.isHeading) return [];
    const [keep, drop] = loser.isHeading && winner.part.layer !== loser.part.layer ? [loser, winner] : [winner, loser];
    const words = drop.part.source;
    const message = `Section \`${drop.section}\` claims the words \`${words}\`, which already stand for section \`${keep.section}\` of the same type: a document could not tell them apart. Choose other words, or remove section \`${keep.section}\`.`;
    return [{ path: drop.path, about: drop.path, problem: () => valueProblem(tree, drop.path, words, message) }];
  });
}

/** Aliases of inherited sections that a later file claims for a section of its own: the later file has them. */
export const takenAliases = (tree: Tree): readonly Fault[] =>
  disputes(tree)
    .filter(({ loser }) => !loser.isHeading)
    .map(({ loser: { path } }) => ({ path, about: path }));

const wordsOf = memoize((part: TreeScalar): string => normaliseHeading(part.source));

interface Dispute {
  readonly winner: Claim;
  readonly loser: Claim;
}

/** Words that several sections of a type claim. Collected once for each tree. */
const disputes = memoize((tree: Tree): readonly Dispute[] =>
  keysAt(tree, ['artifacts']).flatMap(type => {
    const winners = new Map<string, Claim>();
    const found: Dispute[] = [];
    for (const claim of claimsOf(tree, type)) {
      const words = wordsOf(claim.part);
      const rival = winners.get(words);
      if (rival === undefined) winners.set(words, claim);
      if (rival === undefined || rival.section === claim.section) continue;
      if (areApart(tree, ['artifacts', type, 'sections'], rival.section, claim.section)) continue;
      const isStronger = strength(claim) > strength(rival);
      if (isStronger) winners.set(words, claim);
      found.push(isStronger ? { winner: claim, loser: rival } : { winner: rival, loser: claim });
    }
    return found;
  }),
);

/** Whether a document can tell two sections of one heading apart: by where they stand, or by when they apply. */
function areApart(tree: Tree, sections: KeyPath, a: string, b: string): boolean {
  const isTimed = (id: string): boolean =>
    ['when', 'since', 'until'].some(key => partAt(tree, [...sections, id, key]) !== undefined);
  if (isTimed(a) && isTimed(b)) return true;
  const wholes = [a, b].map(id =>
    [textAt(tree, [...sections, id, 'within']) ?? [], textsAt(tree, [...sections, id, 'within'])].flat(),
  );
  return wholes.some(own => own.length > 0) && !wholes[0]?.some(id => wholes[1]?.includes(id));
}

/** Later files win; within a file a heading wins over an alias. */
const strength = ({ part, isHeading }: Claim): number => part.layer.index * 2 + (isHeading ? 1 : 0);

function claimsOf(tree: Tree, type: string): readonly Claim[] {
  const sections = ['artifacts', type, 'sections'];
  const base = partAt(tree, sections);
  if (!base) return [];
  return ['*.heading', '*.aliases.*'].flatMap(pattern =>
    places(base, pattern).flatMap(({ path, part }): readonly Claim[] =>
      part.kind === 'scalar'
        ? [{ section: String(path[0]), path: [...sections, ...path], part, isHeading: pattern === '*.heading' }]
        : [],
    ),
  );
}
