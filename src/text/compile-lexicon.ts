import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { COMPILED_LEXICON, compileLexicon } from './compiled-lexicon.js';
import { readLexiconLines } from './lexicon.js';

// The second step of `npm run build`. Written beside and renamed, so that no process ever reads half of it.
mkdirSync(dirname(COMPILED_LEXICON), { recursive: true });
const unfinished = `${COMPILED_LEXICON}.${process.pid}`;
writeFileSync(unfinished, JSON.stringify(compileLexicon(readLexiconLines())));
renameSync(unfinished, COMPILED_LEXICON);
