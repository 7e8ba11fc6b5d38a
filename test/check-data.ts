import { allListFaults } from '../src/knowledge/list-check.js';
import { allPhraseListFaults } from '../src/knowledge/phrase-list-check.js';
import { checkLexicon, headwords } from '../src/text/lexicon-check.js';

// `npm run check:data`: what is wrong with the data that people write by hand, a sentence a line with file and line.
// A floor with data of its own adds its check here; each is held by a test as well.
const faults = [...checkLexicon(), ...allListFaults(), ...allPhraseListFaults()];

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`Lexicon and lists are in order: ${headwords().toLocaleString('en')} headwords.`);
