import { DOUBLED, isArabicWord, isVowel, nameCost, SAME_NAME, UNMATCHED, WEAK } from './transliteration.js';

/** Whether two spellings, in one script or in two, are one name: words first, then full names. All words are folded. */

/** No name, its parts joined, has more letters; a "word" of a text may have millions, and a comparison takes their product. */
const LONGEST_NAME = 200;

/** Letters that other romanisations, or other Arabic newspapers, write for each other. */
const SISTERS = ['ckqgx', 'gj', 'szc', 'sx', 'td', 'dz', 'vfw', 'bp', 'vb', 'yi', 'wuo', 'غجقك', 'كخ', 'تطث', 'سصثز', 'دضذظ', 'زذظ', 'فب', 'شس', 'هح', 'وف', 'لن']; // prettier-ignore
const sisters = new Set(SISTERS.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));

const isWeak = (letter: string): boolean => isVowel(letter) || letter === 'y' || WEAK.includes(letter);

/** The cost of a letter that only one of two spellings in one script has. */
const lonelyLetter = (word: string, i: number): number => {
  const letter = word.charAt(i);
  if (letter === word.charAt(i - 1)) return DOUBLED;
  if (isWeak(letter)) return i === 0 ? 0.3 : 0.12;
  return letter === 'h' ? 0.15 : UNMATCHED;
};

/** What the comparison of spellings asks of each letter of a word. */
interface Letters {
  readonly weak: readonly boolean[];
  readonly lonely: readonly number[];
  /** How many are not weak. */
  readonly strong: number;
}

/** Words looked at recently, as one name is mostly held against many that share their words; bounded. */
const looked = new Map<string, Letters>();
const REMEMBERED = 2000;

function lettersOf(word: string): Letters {
  let letters = looked.get(word);
  if (letters === undefined) {
    const weak = word.split('').map(isWeak);
    letters = {
      weak,
      lonely: weak.map((_, i) => lonelyLetter(word, i)),
      strong: [...word].filter((letter) => !isWeak(letter)).length,
    };
    if (looked.size >= REMEMBERED) looked.clear();
    looked.set(word, letters);
  }
  return letters;
}

/**
 * How unlike two folded words of one script are as spellings of one name (Hammadi and Hamadi, بلنكن and بلينكن), on the
 * scale of `nameCost`: an edit distance in which vowels, doubled letters and sister letters are cheap. Exact up to `most`;
 * what costs more may come out as Infinity, soon.
 */
export function spellingCost(a: string, b: string, most = Infinity): number {
  if (a === b) return 0;
  const [first, second] = [lettersOf(a), lettersOf(b)];
  const scale = Math.max(2, Math.min(first.strong, second.strong));
  // a hair more, so that rounding never makes an exact cost Infinity
  const hopeless = most * scale + 1e-9;
  let previous = [0];
  for (let j = 1; j <= b.length; j++) previous.push(previous[j - 1]! + second.lonely[j - 1]!);
  for (let i = 1; i <= a.length; i++) {
    const [x, weak, lonely] = [a.charAt(i - 1), first.weak[i - 1]!, first.lonely[i - 1]!];
    const row = [previous[0]! + lonely];
    let cheapest = row[0]!;
    for (let j = 1; j <= b.length; j++) {
      const y = b.charAt(j - 1);
      const both = x === y ? 0 : weak && second.weak[j - 1]! ? 0.1 : sisters.has(x + y) ? 0.3 : UNMATCHED + 0.2;
      const cost = Math.min(previous[j - 1]! + both, previous[j]! + lonely, row[j - 1]! + second.lonely[j - 1]!);
      row.push(cost);
      if (cost < cheapest) cheapest = cost;
    }
    previous = row;
    // no cost is negative: what the best beginning costs, the whole costs at least
    if (cheapest > hopeless) return Infinity;
  }
  return previous[b.length]! / scale;
}

/**
 * The cost of two folded words of whatever scripts; an article before only one of two Arabic words is nearly free. Exact up
 * to `most`.
 */
export function wordCost(a: string, b: string, most = Infinity): number {
  if (a.length > LONGEST_NAME || b.length > LONGEST_NAME) return a === b ? 0 : Infinity;
  if (isArabicWord(a) !== isArabicWord(b)) return isArabicWord(a) ? nameCost(a, b, most) : nameCost(b, a, most);
  const cost = spellingCost(a, b, most);
  if (cost === 0 || !isArabicWord(a)) return cost;
  const [bareA, bareB] = [a, b].map((word) => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word));
  if (bareA === a && bareB === b) return cost;
  return Math.min(cost, 0.02 + spellingCost(bareA as string, bareB as string, most));
}

/** Words that link the parts of a name and that one spelling may leave out. */
const LINKS = new Set(['بن', 'ابن', 'بنت', 'ال', 'bin', 'ben', 'ibn', 'bint', 'al', 'el', 'aal', 'b']);
const SERVANT = new Set(['عبد', 'abd', 'abdul', 'abdel', 'abdal', 'abdol']);
/** The second half of صلاح الدين and its like, without the article. */
const OF_FAITH: ReadonlyMap<string, string> = new Map([
  ['الدين', 'دين'],
  ...['din', 'eddin', 'eddine', 'uddin', 'aldin', 'aldeen', 'deen', 'dine', 'addin', 'eldin', 'eldeen'].map(
    (word): [string, string] => [word, 'din'],
  ),
]);
const FATHER_OF = new Set(['aboul', 'abul', 'abil', 'aboel', 'abu', 'abou', 'abo']);

/** The parts of a folded name that must agree: links dropped, عبد and الدين glued to their neighbours. */
export function namePartsOf(foldedWords: readonly string[]): string[] {
  const parts: string[] = [];
  let servant = '';
  for (const word of foldedWords) {
    if (servant !== '') {
      if (LINKS.has(word)) {
        servant += word;
        continue;
      }
      parts.push(servant + word);
      servant = '';
    } else if (SERVANT.has(word)) servant = word;
    else if (OF_FAITH.has(word) && parts.length > 0) parts.push((parts.pop() ?? '') + (OF_FAITH.get(word) ?? ''));
    else if (FATHER_OF.has(word)) parts.push('abou');
    else if (!LINKS.has(word)) parts.push(word);
  }
  if (servant !== '') parts.push(servant);
  return parts;
}

/**
 * The cost of two full names as lists of folded words, in either script: first and last part must agree, those between
 * in order, as far as the shorter name has them; the score is that of the worst part. A lone word is held against the
 * other name's last part only. Exact up to `most`; what costs more may come out as any cost above it, sooner.
 */
export function fullNameCost(a: readonly string[], b: readonly string[], most = Infinity): number {
  const [x, y] = [namePartsOf(a), namePartsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return Infinity;
  // whether the joined names are compared depends on costs up to SAME_NAME
  const enough = Math.max(most, SAME_NAME);
  let worst = wordCost(short.at(-1) as string, long.at(-1) as string, enough);
  if (short.length > 1 && worst <= enough) {
    worst = Math.max(worst, wordCost(short[0] as string, long[0] as string, enough));
    let at = 1;
    for (const part of short.slice(1, -1)) {
      if (worst > enough) break;
      let [best, place] = [Infinity, at];
      for (let k = at; k < long.length - 1; k++) {
        const cost = wordCost(part, long[k] as string, enough);
        if (cost < best) [best, place] = [cost, k];
      }
      worst = Math.max(worst, best);
      at = place + 1;
    }
  }
  // Chinese and Korean names are parted differently: شي جين بينغ, Xi Jinping.
  if (worst > SAME_NAME && short.length > 1 && short.length !== long.length)
    return Math.min(worst, wordCost(short.join(''), long.join(''), most));
  return worst;
}
