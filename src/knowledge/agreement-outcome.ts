import { statusOf, type Trigger } from './agreement-status.js';
import type { KindWord } from './agreement-words.js';
import type { AgreementStatus } from './kinds.js';
import type { Sentence } from './reading.js';

/** What a sentence makes of an agreement, and the act that decided it. */
export interface Outcome {
  readonly trigger: Trigger | null;
  readonly status: AgreementStatus | null;
}

/** "no agreement", "أي اتفاق": there is none yet. */
export const isNone = ({ words }: Sentence, start: number): boolean =>
  words[start]!.folded === 'no' || /^(?:[وف]?(?:لا|اي|دون|بدون)|without)$/.test(words[start - 1]?.folded ?? '');

/** What a question asks is not told: "هل توقع قطر اتفاقية؟". */
export function asAsked({ tail }: Sentence, told: Outcome): Outcome {
  const fact = told.status === 'signed' || told.status === 'launched' || told.status === 'ended';
  return fact && /[?؟]/.test(tail) ? { ...told, status: 'discussed' } : told;
}

/** What the act before and what is told after make of an agreement together. */
export function outcome(
  kind: KindWord,
  before: Trigger | null,
  after: Trigger | 'in_force' | null,
  draft: boolean,
  none: boolean,
): Outcome {
  if (none) return { trigger: before, status: before !== null || after !== null ? 'discussed' : null };
  const first = before && statusOf(before, kind);
  if (after === 'in_force')
    return { trigger: before, status: first === 'ended' ? 'ended' : first === 'signed' ? 'signed' : 'in_force' };
  const second = after && statusOf(after, kind);
  // "would not sign the agreement that was to be ratified": what was not done is never done by what follows.
  if (before?.modality === 'not' && first !== null) return { trigger: before, status: first };
  // "renewed the agreement signed in 2021": it is the renewal that is told.
  if (before?.act === 'renew' && before.modality === 'done' && second === 'signed')
    return { trigger: before, status: first };
  // "concluded negotiations on a pact, clearing the way for leaders to sign it"
  if (before?.modality === 'planned' && first === 'planned' && second === 'proposed')
    return { trigger: before, status: first };
  // What ends, or is in force, was signed before: "withdrew from the treaty signed in 1987".
  if (first === 'ended') return { trigger: before, status: first };
  if (after && second && !(before?.modality === 'done' && second === 'in_force'))
    return { trigger: after, status: second };
  if (draft && first !== null && first !== 'planned')
    return { trigger: before, status: before?.act === 'discuss' ? 'discussed' : 'proposed' };
  return { trigger: before, status: first };
}
