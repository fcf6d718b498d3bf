import * as z from 'zod';

/** Shared by every entry that a file may lock. */
export const lockable = {
  locked: z.literal(true).optional().meta({
    description:
      'Files that build on this one may make the entry and what lies in it stricter, but neither weaken nor remove it.',
  }),
};
