import { DOUBLED, isArabicWord, isVowel, nameCost, SAME_NAME, UNMATCHED, WEAK } from './transliteration.js';

/** Whether two spellings, in one script or in two, are one name: words first, then full names. All words are folded. */

/** Letters that other romanisations, or other Arabic newspapers, write for each other. */
const SISTERS = ['ckqgx', 'gj', 'szc', 'sx', 'td', 'dz', 'vfw', 'bp', 'vb', 'yi', 'wuo', 'غجقك', 'كخ', 'تطث', 'سصثز', 'دضذظ', 'زذظ', 'فب', 'شس', 'هح', 'وف', 'لن']; // prettier-ignore
const sisters = new Set(SISTERS.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));

const isWeak = (letter: string): boolean => isVowel(letter) || letter === 'y' || WEAK.includes(letter);

const strongLetters = (word: string): number => [...word].filter((letter) => !isWeak(letter)).length;

/** The cost of a letter that only one of two spellings in one script has. */
const lonelyLetter = (word: string, i: number): number => {
  const letter = word.charAt(i);
  if (letter === word.charAt(i - 1)) return DOUBLED;
  if (isWeak(letter)) return i === 0 ? 0.3 : 0.12;
  return letter === 'h' ? 0.15 : UNMATCHED;
};

/**
 * How unlike two folded words of one script are as spellings of one name (Hammadi and Hamadi, بلنكن and بلينكن), on the
 * scale of `nameCost`: an edit distance in which vowels, doubled letters and sister letters are cheap.
 */
export function spellingCost(a: string, b: string): number {
  if (a === b) return 0;
  const width = b.length + 1;
  let previous = Array.from({ length: width }, () => 0);
  for (let j = 1; j < width; j++) previous[j] = (previous[j - 1] as number) + lonelyLetter(b, j - 1);
  for (let i = 1; i <= a.length; i++) {
    const row = [(previous[0] as number) + lonelyLetter(a, i - 1)];
    for (let j = 1; j < width; j++) {
      const [x, y] = [a.charAt(i - 1), b.charAt(j - 1)];
      const both = x === y ? 0 : isWeak(x) && isWeak(y) ? 0.1 : sisters.has(x + y) ? 0.3 : UNMATCHED + 0.2;
      row[j] = Math.min(
        (previous[j - 1] as number) + both,
        (previous[j] as number) + lonelyLetter(a, i - 1),
        (row[j - 1] as number) + lonelyLetter(b, j - 1),
      );
    }
    previous = row;
  }
  return (previous[b.length] as number) / Math.max(2, Math.min(strongLetters(a), strongLetters(b)));
}

/** The cost of two folded words of whatever scripts; an article before only one of two Arabic words is nearly free. */
export function wordCost(a: string, b: string): number {
  if (isArabicWord(a) !== isArabicWord(b)) return isArabicWord(a) ? nameCost(a, b) : nameCost(b, a);
  const cost = spellingCost(a, b);
  if (cost === 0 || !isArabicWord(a)) return cost;
  const [bareA, bareB] = [a, b].map((word) => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word));
  return Math.min(cost, 0.02 + spellingCost(bareA as string, bareB as string));
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
 * other name's last part only.
 */
export function fullNameCost(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [namePartsOf(a), namePartsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.length === 0) return Infinity;
  let worst = wordCost(short.at(-1) as string, long.at(-1) as string);
  if (short.length > 1) {
    worst = Math.max(worst, wordCost(short[0] as string, long[0] as string));
    let at = 1;
    for (const part of short.slice(1, -1)) {
      let [best, place] = [Infinity, at];
      for (let k = at; k < long.length - 1; k++) {
        const cost = wordCost(part, long[k] as string);
        if (cost < best) [best, place] = [cost, k];
      }
      worst = Math.max(worst, best);
      at = place + 1;
    }
  }
  // Chinese and Korean names are parted differently: شي جين بينغ, Xi Jinping.
  if (worst > SAME_NAME && short.length > 1 && short.length !== long.length)
    return Math.min(worst, wordCost(short.join(''), long.join('')));
  return worst;
}
