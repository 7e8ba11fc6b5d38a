import type { Corpus } from '../corpus/document.js';
import type { Lexicon } from '../text/compiled-lexicon.js';
import { extractAgreements } from './agreements.js';
import { extractEvents } from './events.js';
import { extractFigures } from './figures.js';
import { GAZETTEER, type Gazetteer } from './gazetteer.js';
import type { Knowledge } from './knowledge.js';
import { withSitePhrases, type SitePhrases } from './list-matcher.js';
import { extractOrganisations } from './organisations.js';
import { extractPeople } from './people.js';
import { forgetReadings } from './reading.js';

const NO_PHRASES: SitePhrases = new Map();

export interface Sites {
  /** The lists of people and offices, with a site's own where it has any (`readSiteLists`). */
  readonly gazetteer?: Gazetteer;
  /** What a site adds to the other lists. */
  readonly phrases?: SitePhrases;
  /** The bilingual lexicon: it tells everyday words from names, and names of organisations across the languages. */
  readonly lexicon?: Lexicon;
}

/** Everything that the documents tell of people, organisations, agreements, events and figures, with its evidence. */
export function extractKnowledge(
  corpus: Corpus,
  { gazetteer = GAZETTEER, phrases = NO_PHRASES, lexicon }: Sites = {},
): Knowledge {
  return withSitePhrases(phrases, () => {
    const people = extractPeople(corpus, gazetteer, lexicon);
    const agreements = extractAgreements(corpus, people);
    const organisations = extractOrganisations(corpus, people, agreements, gazetteer, lexicon);
    const events = extractEvents(corpus);
    const figures = extractFigures(corpus);
    forgetReadings(corpus);
    return { people, organisations, agreements, events, figures };
  });
}
