import type { ErrorCode } from 'yaml';

const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'An alias (“*name”) takes no anchor and no tag of its own. Remove them.',
  BAD_ALIAS: 'This is not a valid alias. Write “*name”, or put the text in quotes.',
  BAD_COLLECTION_TYPE: 'The tag does not fit what follows it. Remove the tag.',
  BAD_DIRECTIVE: 'This line starts with “%”, which YAML keeps for directives. Put the text in quotes.',
  BAD_DQ_ESCAPE: 'YAML does not know this escape. Write “\\\\” for a backslash, or use single quotes.',
  BAD_INDENT: 'The indentation does not match the lines around it. Align it with the keys or items it belongs to.',
  BAD_PROP_ORDER: 'Anchors and tags come before the value. Move this one.',
  BAD_SCALAR_START: 'A value cannot start with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A key cannot stand here. Check the indentation, and put a value with “: ” in it in quotes.',
  BLOCK_IN_FLOW: 'Indented lists and maps cannot stand inside brackets. Write the value on one line.',
  DUPLICATE_KEY: 'This key is written twice in the same map. Remove or rename one.',
  KEY_OVER_1024_CHARS: 'This key is longer than YAML allows. Check that a “:” is not missing earlier.',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, a “:” or a space after one.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line, with “:” after it. Check the line above for missing quotes.',
  MULTIPLE_ANCHORS: 'A value can have one anchor only. Remove the others.',
  MULTIPLE_TAGS: 'A value can have one tag only. Remove the others.',
  TAB_AS_INDENT: 'YAML does not allow tabs as indentation. Use spaces.',
  TAG_RESOLVE_FAILED: 'The value does not fit its tag. Correct the value, or remove the tag.',
};

/** What is wrong and what to do, in words that need no knowledge of the YAML specification. */
export const yamlMessage = (code: ErrorCode): string =>
  messages[code] ?? 'This does not fit here in YAML. Check the indentation, quotes and brackets around it.';
