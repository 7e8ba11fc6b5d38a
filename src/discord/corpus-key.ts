import { createHash } from 'node:crypto';
import type { Library } from '../answers/library.js';
import type { Document } from '../corpus/document.js';

/**
 * Short names for a corpus and its documents, for the `custom_id` of buttons: the same after a restart, another when the
 * texts change. SHA-256, base64url; the lengths are in characters of 6 bits.
 */
const FINGERPRINT_LENGTH = 6;
const DOCUMENT_KEY_LENGTH = 8;

const digest = (length: number, ...parts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url').slice(0, length);
};

interface Keys {
  readonly fingerprint: string;
  readonly documents: ReadonlyMap<string, Document>;
}

/** Computed once per library, which never changes. */
const known = new WeakMap<Library, Keys>();

function keysOf(library: Library): Keys {
  let keys = known.get(library);
  if (!keys) {
    const { documents } = library.corpus;
    keys = {
      fingerprint: digest(FINGERPRINT_LENGTH, ...documents.flatMap(({ file, text }) => [file, text])),
      documents: new Map(documents.map((document) => [documentKey(document.id), document])),
    };
    known.set(library, keys);
  }
  return keys;
}

/** Tells one state of a corpus from another: six characters. */
export const fingerprintOf = (library: Library): string => keysOf(library).fingerprint;

/** Eight characters that stand for a document's id. */
export const documentKey = (id: string): string => digest(DOCUMENT_KEY_LENGTH, id);

/** The document that `key` was made for, undefined where the corpus has it no more. */
export const documentByKey = (library: Library, key: string): Document | undefined =>
  keysOf(library).documents.get(key);
