import { groupBy } from '../../text/groupBy.ts';
import { memoize } from '../../text/memo.ts';
import type { Project } from '../model.ts';
import { tracesOf } from './links.ts';

/** The items of each file, in the order of declaration. */
export const itemsByPath = memoize((project: Project) =>
  groupBy(tracesOf(project).items.values(), ({ place }) => place.path),
);
