import type { AnswerSentence, Ground } from './span-ground.js';

/** Farther than any token of a passage. */
export const NOWHERE = 1 << 20;

/** What a word of the question is there: next to the question word on either side, the last of all, a verb. */
export const WORD_ROLES = ['next', 'previous', 'last', 'verb'] as const;

/** For a word of the question, by token of the sentence: its nearest place before the token, and at or after it. */
export interface Places {
  readonly idf: number;
  /** Which of `WORD_ROLES` it has. */
  readonly roles: readonly boolean[];
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** A sentence made ready for looking at its candidates. */
export interface Stage {
  readonly ground: Ground;
  readonly sentence: AnswerSentence;
  readonly places: readonly Places[];
}

function placesOf({ concept, query, form }: Ground, { from, to }: AnswerSentence): Places[] {
  const held = new Set(concept.subarray(from, to));
  held.delete(-1);
  return [...held].map((c) => {
    const { idf, position } = query.concepts[c]!;
    const before = new Int32Array(to - from + 1);
    const after = new Int32Array(to - from + 1);
    for (let token = from, found = -NOWHERE; token <= to; token++) {
      before[token - from] = found;
      if (concept[token] === c) found = token;
    }
    for (let token = to, found = NOWHERE; token >= from; token--) {
      if (token < to && concept[token] === c) found = token;
      after[token - from] = found;
    }
    const roles = [
      position === form.next,
      position === form.previous,
      position === form.last,
      form.verbs.has(position),
    ];
    return { idf: idf / query.totalIdf, roles, before, after };
  });
}

export const stageOf = (ground: Ground, sentence: AnswerSentence): Stage => ({
  ground,
  sentence,
  places: placesOf(ground, sentence),
});
