import { dateInWords } from '../answers/messages/dates.js';
import { isolated } from '../answers/messages/insert.js';
import { messagesIn } from '../answers/messages/messages.js';
import type {
  AgreementEntry,
  EventEntry,
  FigureEntry,
  OrganisationEntry,
  PersonEntry,
  Reply,
} from '../answers/reply.js';
import type { Language } from '../text/language.js';

/** An entry of any list as a person reads it: a heading, labelled fields, evidence by index. */
export interface Entry {
  readonly heading: string;
  /** Values are on one line and isolated where they run against the language. */
  readonly fields: readonly (readonly [label: string, value: string])[];
  readonly citations: readonly number[];
}

const series = (pieces: readonly string[], language: Language): string =>
  pieces.map((piece) => isolated(piece, language)).join(language === 'ar' ? '، ' : ', ');

const one = (piece: string | null, language: Language): string | null =>
  piece === null ? null : isolated(piece, language);

/** The fields that have a value. */
const told = (fields: readonly (readonly [string, string | null])[]): Entry['fields'] =>
  fields.filter((field): field is readonly [string, string] => field[1] !== null && field[1] !== '');

function person(entry: PersonEntry, language: Language): Entry {
  const { label } = messagesIn(language);
  const roles = entry.roles.map(({ title, organisation, date }): readonly [string, string] => [
    label.role,
    [
      isolated(title, language),
      // the organisation is part of most titles
      ...(organisation === null || title.includes(organisation) ? [] : [isolated(organisation, language)]),
      ...(date === null ? [] : [`${label.asOf} ${dateInWords(date, language)}`]),
    ].join(language === 'ar' ? '، ' : ', '),
  ]);
  const others = entry.names.filter((name) => name !== entry.name);
  const merges = entry.sameAs.map(({ names, why }): readonly [string, string] => [
    label.same,
    `${series(names, language)} (${why})`,
  ]);
  return {
    heading: entry.name,
    fields: told([
      [label.alsoWritten, series(others, language)],
      [label.honorifics, series(entry.honorifics, language)],
      ...roles,
      ...merges,
    ]),
    citations: entry.citations,
  };
}

function organisation(entry: OrganisationEntry, language: Language): Entry {
  const { label } = messagesIn(language);
  return {
    heading: entry.name,
    fields: told([
      [
        label.alsoWritten,
        series(
          entry.names.filter((name) => name !== entry.name),
          language,
        ),
      ],
      [label.abbreviations, series(entry.abbreviations, language)],
    ]),
    citations: entry.citations,
  };
}

function agreement(entry: AgreementEntry, language: Language): Entry {
  const { label, kind, status } = messagesIn(language);
  return {
    heading: entry.title ?? kind[entry.kind],
    fields: told([
      [label.kind, entry.title === null ? null : kind[entry.kind]],
      [label.status, status[entry.status]],
      [label.date, dateInWords(entry.date, language)],
      [label.parties, series(entry.parties, language)],
      [label.signatories, series(entry.signatories, language)],
      [label.purpose, one(entry.purpose, language)],
    ]),
    citations: entry.citations,
  };
}

function event(entry: EventEntry, language: Language): Entry {
  const { label } = messagesIn(language);
  return {
    heading: entry.title,
    fields: told([
      [label.date, dateInWords(entry.date, language)],
      [label.place, one(entry.place, language)],
    ]),
    citations: entry.citations,
  };
}

function figure(entry: FigureEntry, language: Language): Entry {
  const { label } = messagesIn(language);
  const equivalents = entry.equivalents.map(({ text }) => text);
  return {
    heading: entry.text,
    fields: told([
      [label.equivalents, series(equivalents, language)],
      [label.from, one(entry.from, language)],
      [label.to, one(entry.to, language)],
      [label.purpose, one(entry.purpose, language)],
      [label.duration, one(entry.duration, language)],
    ]),
    citations: entry.citations,
  };
}

/** The entries of whichever lists a reply holds; sources aside, which have no citations. */
export const entriesOf = (reply: Reply): readonly Entry[] => [
  ...reply.people.map((entry) => person(entry, reply.language)),
  ...reply.organisations.map((entry) => organisation(entry, reply.language)),
  ...reply.agreements.map((entry) => agreement(entry, reply.language)),
  ...reply.events.map((entry) => event(entry, reply.language)),
  ...reply.figures.map((entry) => figure(entry, reply.language)),
];
