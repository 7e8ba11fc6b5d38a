import type { Document } from '../corpus/document.js';
import { overlaps, type Span } from '../text/span.js';
import { tellParty, type Told, type ToldParty } from './agreement-draft.js';
import type { Mention } from './agreement-mentions.js';
import { markerAt } from './agreement-phrases.js';
import { modalityOf, parted } from './agreement-status.js';
import { tagAgreementWords } from './agreement-words.js';
import { partiesIn } from './parties.js';
import { evidenceOf, type Sentence } from './reading.js';

const WITNESS = /^(?:ب?حسب|وفقا?|نقلا|ب?حضور|ب?رعايه|بمشاركه|presence|attended|witnessed|witness|patronage|auspices)$/;

/** Words that lead on to something else than who signs: "will be signed when the premier visits". */
const ASIDE = /^(?:when|while|after|before|as|where|which|who|hosted|replacing)$/;

/** Text of a document's span. */
export const told = ({ text }: Document, { start, end }: Span, sentence: Sentence): Told => ({
  value: text.slice(start, end),
  evidence: evidenceOf(sentence),
});

/** What a clause with the act begins with: who is named before it did not sign. */
const BEFORE_SUBJECT = /^(?:that|ان|who|which|after|when|while|before|as)$/;

/** The persons who sign: in the clause of a finite act, or after مع, between, by, on behalf of; never witnesses. */
export function signatoriesOf(mention: Mention, document: Document, persons: readonly Span[], limit: number): Told[] {
  const { sentence, tags, trigger, status } = mention;
  if (trigger?.act !== 'sign' || (status !== 'signed' && status !== 'planned')) return [];
  const { words } = sentence;
  const found: Told[] = [];
  const isToldAfter = sentence.language === 'en' && trigger.from >= mention.kind.to;
  let open = trigger.finite && !isToldAfter;
  let from = Math.min(trigger.from, mention.kind.from);
  while (from > 0 && !parted(words, from - 1, from) && !BEFORE_SUBJECT.test(words[from - 1]!.folded)) from--;
  for (let i = from; i < limit; i++) {
    if (i > mention.kind.to && /[;؛]/.test(words[i]!.gap)) break;
    if (i >= Math.max(trigger.to, mention.kind.to) && ASIDE.test(words[i]!.folded)) open = false;
    if (WITNESS.test(words[i]!.folded.replace(/^و/, ''))) open = false;
    if (markerAt(tags, i, 'with', 'between', 'by') !== null || /^(?:عن|behalf)$/.test(words[i]!.folded)) open = true;
    const person = open
      ? persons.find(({ start, end }) => start >= words[i]!.start - 2 && start < words[i]!.end && end > start)
      : undefined;
    if (!person) continue;
    if (!found.some(({ value }) => value === document.text.slice(person.start, person.end)))
      found.push(told(document, person, sentence));
    while (i + 1 < words.length && words[i + 1]!.end <= person.end) i++;
  }
  return found;
}

/** Those who signed a paper that was named before, and the bodies for which they did. */
export interface Signing {
  readonly signatories: readonly Told[];
  readonly parties: readonly ToldParty[];
}

/**
 * Who signs in a sentence that only says "وقعه عن الجانب القطري …" or "It was signed by X and Y", "X signed for the bank",
 * the paper being named before. Null where it is no such sentence.
 */
export function signingOf(sentence: Sentence, document: Document, persons: readonly Span[]): Signing | null {
  const { words } = sentence;
  if (persons.length === 0) return null;
  if (sentence.language === 'en') return englishSigning(sentence, document, persons);
  if (!/^[وف]?(?:وقع|ابرم)/.test(words[0]!.folded)) return null;
  const verb = tagAgreementWords(words.slice(0, 1)).verbs.find(
    ({ value }) => value.act === 'sign' && value.form === 'past' && value.suffixed,
  );
  if (!verb) return null;
  const witness = words.find(({ folded }) => WITNESS.test(folded.replace(/^و/, '')));
  return {
    signatories: persons
      .filter(({ end }) => !witness || end <= witness.start)
      .map((person) => told(document, person, sentence)),
    parties: [],
  };
}

/** What stands for a paper named before, where it is the subject or the object. */
const PAPER =
  /^(?:it|they|document|documents|deal|text|papers?|accord|agreement|agreements|memorandum|mou|pact|treaty)$/;

const SIGNED = /^(?:signed|inked|initiall?ed|concluded|sealed|ratified)$/;

/** "It was signed by X and Y", "X and Y signed it", "X signed for the ministry and Y for the bank". */
function englishSigning(sentence: Sentence, document: Document, persons: readonly Span[]): Signing | null {
  const { words } = sentence;
  if (!words.some(({ folded }) => SIGNED.test(folded))) return null;
  const tags = tagAgreementWords(words);
  const verb = tags.verbs.find(({ value }) => value.act === 'sign' && value.form === 'past');
  if (!verb || modalityOf(sentence, tags, verb) !== 'done') return null;
  const by = markerAt(tags, verb.to, 'by');
  const passive = by !== null && words.slice(0, verb.from).some(({ folded }) => PAPER.test(folded));
  const next = words.slice(verb.to, verb.to + 3).map(({ folded }) => folded);
  const active =
    /^(?:for|on behalf of|it$|the (?:document|deal|papers|accord|agreement|memorandum|mou|pact|treaty)$)/.test(
      next.join(' '),
    );
  if (!passive && !active) return null;
  const witness = words.find(({ folded }) => WITNESS.test(folded) || ASIDE.test(folded));
  const from = passive ? words[by]!.start : sentence.start;
  const isInside = ({ start, end }: Span): boolean => start >= from && (!witness || end <= witness.start);
  const signatories = persons.filter(isInside).map((person) => told(document, person, sentence));
  if (signatories.length === 0) return null;
  // Whom a signatory signs for stands behind "for", "of" and the like, or right before the office.
  const parties = partiesIn(sentence, (i) => i >= verb.from && i < verb.to).filter(
    (party) =>
      (party.kind === 'organisation' || party.kind === 'country') &&
      isInside(party) &&
      !persons.some((person) => overlaps(person, party)) &&
      (passive || /^(?:for|of|the)$/.test(words[party.from - 1]?.folded ?? '')),
  );
  return { signatories, parties: parties.map((party) => tellParty(document, party, sentence)) };
}
