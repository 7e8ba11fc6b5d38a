import { THING } from '../text/things.js';
import type { QuestionKind } from './question.js';

/** What a text that answers a question of some kind must show, as bits of `THING`, any of them. */
const EXPECTED: Readonly<Partial<Record<QuestionKind, number>>> = {
  when: THING.date | THING.calendar | THING.unit,
  date: THING.calendar,
  'how-much': THING.money | THING.digits,
  'how-many': THING.count,
  'how-long': THING.duration,
};

/** Bits of `THING` one of which must stand in the evidence, 0 where anything may answer. */
export const expectedThings = (kind: QuestionKind): number => EXPECTED[kind] ?? 0;
