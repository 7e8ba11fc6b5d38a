import { fold } from './fold.js';
import { readList } from './lists.js';

const PLACES: ReadonlyMap<string, number> = new Map(
  readList('text', 'ordinals', 2).flatMap(({ cells: [place = '', words = ''] }) =>
    words.split(' ').map((word) => [fold(word), Number(place)] as const),
  ),
);

const CLITICS = /^[وف]?(?:ال|بال|كال|لل|[بل])?(?=...)/;

/** The place in a row that a folded word tells, in either language (fifth, والخامس: 5); undefined where it tells none. */
export const ordinalOf = (folded: string): number | undefined =>
  PLACES.get(folded) ?? PLACES.get(folded.replace(CLITICS, ''));
