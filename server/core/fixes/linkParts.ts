import type { Link } from '../parse/model.ts';
import type { Span } from '../text/span.ts';

/** The parts of a link's target in the source. */
export interface LinkParts {
  /** Without query and fragment. */
  readonly path: Span;
  /** After the `#`. */
  readonly fragment: Span | undefined;
}

/** Where the parts of a target stand; undefined when the source does not say the target as it is meant. */
export function linkParts(text: string, { target, targetSpan: { start, end } }: Link): LinkParts | undefined {
  const source = text.slice(start, end);
  if (['[', ']', '#'].some(sign => source.includes(sign) !== target.includes(sign))) return undefined;
  const hash = source.indexOf('#');
  return {
    path: { start, end: start + source.search(/[?#]|$/) },
    fragment: hash < 0 ? undefined : { start: start + hash + 1, end },
  };
}
