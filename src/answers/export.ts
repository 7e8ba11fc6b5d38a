import type { PartialDate } from '../corpus/date.js';
import type {
  AgreementEntry,
  Citation,
  EventEntry,
  FigureEntry,
  OrganisationEntry,
  PersonEntry,
  Reply,
  SourceEntry,
} from './reply.js';

/** The lists of a reply that can be taken away as a file. */
export type ListName = 'people' | 'organisations' | 'agreements' | 'events' | 'figures' | 'sources';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

type Listed = Reply[ListName][number];
type Cell = string | number | null;
type Columns<T> = Readonly<Record<string, (entry: T) => Cell>>;

/** Between the values of one cell. */
const joined = (values: readonly string[]): string => values.join('; ');
const dateCells = <T extends { readonly date: PartialDate | null }>(): Columns<T> => ({
  date: ({ date }) => (date?.value == null ? null : date.end === undefined ? date.value : `${date.value}/${date.end}`),
  date_precision: ({ date }) => date?.precision ?? null,
});

/** One row an entry. Names of columns are those of the reply's fields, in English, so that scripts can rely on them. */
const COLUMNS: { readonly [L in ListName]: Columns<Reply[L][number]> } = {
  people: {
    name: ({ name }: PersonEntry) => name,
    names: ({ names }) => joined(names),
    honorifics: ({ honorifics }) => joined(honorifics),
    roles: ({ roles }) => joined(roles.map(({ title }) => title)),
    organisations: ({ roles }) => joined([...new Set(roles.flatMap(({ organisation }) => organisation ?? []))]),
  },
  organisations: {
    name: ({ name }: OrganisationEntry) => name,
    names: ({ names }) => joined(names),
    abbreviations: ({ abbreviations }) => joined(abbreviations),
  },
  agreements: {
    kind: ({ kind }: AgreementEntry) => kind,
    title: ({ title }) => title,
    parties: ({ parties }) => joined(parties),
    signatories: ({ signatories }) => joined(signatories),
    status: ({ status }) => status,
    ...dateCells<AgreementEntry>(),
    purpose: ({ purpose }) => purpose,
  },
  events: {
    ...dateCells<EventEntry>(),
    title: ({ title }: EventEntry) => title,
    place: ({ place }) => place,
  },
  figures: {
    value: ({ value }: FigureEntry) => value,
    unit: ({ unit }) => unit,
    text: ({ text }) => text,
    equivalents: ({ equivalents }) => joined(equivalents.map(({ text }) => text)),
    from: ({ from }) => from,
    to: ({ to }) => to,
    purpose: ({ purpose }) => purpose,
    duration: ({ duration }) => duration,
  },
  sources: {
    document: ({ document }: SourceEntry) => document,
    file: ({ file }) => file,
    title: ({ title }) => title,
    publisher: ({ publisher }) => publisher,
    ...dateCells<SourceEntry>(),
    languages: ({ languages }) => joined(languages),
    paragraphs: ({ paragraphs }) => paragraphs,
    problems: ({ problems }) => joined(problems),
  },
};

/** A text that a spreadsheet would take for a formula (OWASP, "CSV Injection"): it is led by an apostrophe. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const evidenceOf = (reply: Reply, entry: Listed): readonly Citation[] =>
  'citations' in entry ? entry.citations.flatMap((index) => reply.citations[index] ?? []) : [];

function csv(reply: Reply, entries: readonly Listed[], columns: Columns<Listed>, withEvidence: boolean): string {
  const header = [...Object.keys(columns), ...(withEvidence ? ['places', 'evidence'] : [])];
  const rows = entries.map((entry) => {
    const evidence = evidenceOf(reply, entry);
    return [
      ...Object.values(columns).map((cellOf) => cellOf(entry)),
      ...(withEvidence
        ? [
            joined(evidence.map(({ file, paragraph, start, end }) => `${file}:${paragraph} [${start}, ${end})`)),
            evidence.map(({ text }) => text).join('\n'),
          ]
        : []),
    ];
  });
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** Without it spreadsheets read UTF-8 as the system's own code page, and Arabic becomes rubbish. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A list of a reply as a file. `csv`: RFC 4180 (comma, CRLF) in UTF-8 with a byte-order mark, one row an entry, several values of
 * one cell joined by `; `, texts that a spreadsheet would compute led by an apostrophe. `json`: the entries as in the
 * reply, with the citations themselves in place of their numbers.
 */
export function exportList(reply: Reply, list: ListName, format: ExportFormat): string {
  const entries: readonly Listed[] = reply[list];
  if (format === 'csv')
    return BYTE_ORDER_MARK + csv(reply, entries, COLUMNS[list] as Columns<Listed>, list !== 'sources');
  const whole = entries.map((entry) =>
    'citations' in entry ? { ...entry, citations: evidenceOf(reply, entry) } : entry,
  );
  return `${JSON.stringify(whole, null, 2)}\n`;
}
