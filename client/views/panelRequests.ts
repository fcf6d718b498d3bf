import * as z from 'zod/mini';
import { type FromPanel, panelCommands } from '../panel/messages.ts';

const position = z.optional(z.int().check(z.nonnegative()));
const creation = z.strictObject({
  definitionUri: z.string(),
  type: z.string(),
  title: z.string(),
  path: z.string(),
});

const request = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('open'),
    target: z.strictObject({ uri: z.string(), line: position, column: position }),
  }),
  z.strictObject({ type: z.enum(['create', 'offer']), creation }),
  z.strictObject({ type: z.literal('run'), command: z.enum(panelCommands) }),
]);

/** A message of the panel, checked; undefined when it is none. A web page is never trusted to keep to the types. */
export function panelRequest(message: unknown): FromPanel | undefined {
  return request.safeParse(message).data;
}
