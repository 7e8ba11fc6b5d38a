import { COUNTRY_NAMES, NATIONALITIES } from '../knowledge/countries.js';
import type { Relatives } from '../search/index.js';
import { articleLength } from '../text/arabic.js';

/** The words of one word that name each country or are its adjective, in both languages. */
const byCountry = new Map<string, string[]>();
for (const names of [COUNTRY_NAMES, NATIONALITIES])
  for (const [name, code] of names) {
    if (name.includes(' ')) continue;
    const words = byCountry.get(code);
    if (words === undefined) byCountry.set(code, [name]);
    else words.push(name);
  }

/** A country's other words: Qatari for Qatar, قطرية for قطر, and all of them across the languages. */
export const countryWords: Relatives = (folded) => {
  const bare = folded.replace(/^[وف]?[بلك]?/, '');
  for (const word of [folded, folded.slice(articleLength(folded)), bare.length > 3 ? bare : folded]) {
    const code = COUNTRY_NAMES.get(word) ?? NATIONALITIES.get(word);
    if (code !== undefined) return byCountry.get(code) ?? [];
  }
  return [];
};
