import type { PartialDate } from '../corpus/date.js';
import type { Told } from './agreement-draft.js';
import type { Reading, Sentence } from './reading.js';

export interface EventDates {
  readonly ofEventIn: (sentence: Sentence) => Told<PartialDate> | null;
}
export const eventDates = (_reading: Reading): EventDates => ({ ofEventIn: () => null });
