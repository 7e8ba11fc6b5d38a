/** Why a file, or a line of `corpus.json`, could not be read as it stands. Put into words by `answers/messages`. */
export type ProblemCode =
  | 'folder-missing' // the corpus folder does not exist or is no folder
  | 'unreadable' // the operating system refused it; `detail` is its code (EACCES …)
  | 'binary' // not text; skipped
  | 'empty' // no word in it; skipped
  | 'too-large' // over the limit; skipped; `detail` is the size in bytes
  | 'decoded-as' // not UTF-8; read as `detail` (windows-1256, utf-16le …)
  | 'damaged' // not valid in any known encoding: read with replacement characters; `detail` is their number
  | 'manifest-syntax' // corpus.json is no JSON: none of it is used; `detail` is the character found, empty at the end
  | 'manifest-value' // one value of corpus.json is wrong and not used; `detail`: the field and what it takes (`url: https://…`)
  | 'manifest-unknown-file' // corpus.json names a file that is not there; `detail` is that name
  | 'list-line' // a line of a site's own word list is wrong: that line is not used; `detail` is the reason
  | 'list-unknown'; // a word list of a site has no name that is known and is not used; `detail` are the names

export interface Problem {
  readonly code: ProblemCode;
  /** Path below the corpus folder. */
  readonly file: string;
  /** 1-based line in that file, where it is known. */
  readonly line?: number;
  readonly detail?: string;
  /** True where the file is therefore not served. */
  readonly skipped: boolean;
}
