import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Document } from '../parse/model.ts';
import { memoize } from '../text/memo.ts';
import { visibleText } from './substance.ts';

/**
 * What an approval is bound to: SHA-256 over the body without front matter and HTML comments, whitespace collapsed; the
 * first 12 hexadecimal digits. Editing only the front matter never changes it. A YAML file is all front matter.
 */
export const fingerprint = memoize((document: Document): string => {
  const body = document.kind === 'yaml' ? '' : bodyText(document);
  return bytesToHex(sha256(utf8ToBytes(body.replace(/\s+/g, ' ').trim()))).slice(0, 12);
});

const bodyText = (document: Extract<Document, { kind: 'markdown' }>): string =>
  visibleText(document, { start: document.frontMatter?.span.end ?? 0, end: document.text.length });
