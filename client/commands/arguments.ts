import * as z from 'zod/mini';
import type { Target } from '../status/places.ts';
import type { Creation } from '../views/tree/node.ts';

const targetSchema = z.object({
  uri: z.string(),
  line: z.optional(z.int().check(z.nonnegative())),
  column: z.optional(z.int().check(z.nonnegative())),
});

const creationSchema = z.object({
  definitionUri: z.string(),
  type: z.string(),
  title: z.string(),
  path: z.string(),
});

// A menu of the tree passes the row itself; everything else passes what is meant.
const targetArgument = z.union([targetSchema, z.object({ open: targetSchema })]);
const creationArgument = z.union([creationSchema, z.object({ create: creationSchema })]);

/** What a command is asked to open: a target, or a row of the tree that has one. */
export function targetOf(argument: unknown): Target | undefined {
  const parsed = targetArgument.safeParse(argument);
  if (!parsed.success) return undefined;
  return 'open' in parsed.data ? parsed.data.open : parsed.data;
}

/** The document that a command is asked to make: a creation, or a row of the tree that offers one. */
export function creationArgumentOf(argument: unknown): Creation | undefined {
  const parsed = creationArgument.safeParse(argument);
  if (!parsed.success) return undefined;
  return 'create' in parsed.data ? parsed.data.create : parsed.data;
}
