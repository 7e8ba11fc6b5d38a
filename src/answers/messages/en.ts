import type { AgreementKind, AgreementStatus } from '../../knowledge/kinds.js';
import type { MergeReason } from '../../knowledge/knowledge.js';
import type { ProblemCode } from '../../corpus/problem.js';
import type { Language } from '../../text/language.js';
import type { NotFoundReason } from '../reply.js';
import { counted, formatNumber } from './counts.js';
import { isolated, quoted } from './insert.js';

const q = (piece: string | number): string => quoted(piece, 'en');
const list = (pieces: readonly string[]): string => pieces.map((piece) => isolated(piece, 'en')).join(', ');
const n = (value: number): string => formatNumber(value, 'en');
const count = (value: number, one: string, other: string): string => counted(value, 'en', { one, other });

/**
 * Every text that Isnad says in English, names and descriptions of commands aside (they stand with the command). `ar.ts` holds
 * the same in Arabic; a text that is missing there breaks the build.
 */
export const en = {
  /** What a person did wrong, or what went wrong: one sentence that names the place and the remedy. */
  error: {
    noCommand: 'No command was given: name one, for instance "ask" or "help".',
    unknownCommand: (name: string, nearest: string | null, all: readonly string[]) =>
      nearest === null
        ? `There is no command ${q(name)}: use one of ${list(all)}.`
        : `There is no command ${q(name)}: did you mean ${q(nearest)}?`,
    unknownOption: (name: string, command: string, nearest: string | null, all: readonly string[]) =>
      nearest === null
        ? `The command ${q(command)} has no option ${q(name)}: it takes ${list(all)}.`
        : `The command ${q(command)} has no option ${q(name)}: did you mean ${q(nearest)}?`,
    missingOption: (option: string, example: string) =>
      `The option ${q(option)} is missing: give it, for instance ${isolated(example, 'en')}`,
    emptyText: (option: string) => `The option ${q(option)} is empty: write a text, or leave the option out.`,
    longText: (option: string, length: number, most: number) =>
      `The option ${q(option)} has ${n(length)} characters: shorten it to ${n(most)} at most.`,
    notText: (option: string) => `The option ${q(option)} takes a text: put it between quotation marks.`,
    wrongInteger: (option: string, given: string, least: number, most: number) =>
      `The option ${q(option)} takes a whole number from ${least} to ${most}, not ${q(given)}.`,
    wrongChoice: (option: string, given: string, choices: readonly string[], nearest: string | null) =>
      `The option ${q(option)} takes one of ${list(choices)}, not ${q(given)}${nearest === null ? '.' : `: did you mean ${q(nearest)}?`}`,
    wrongDate: (option: string, given: string) =>
      `The option ${q(option)} takes a date as YYYY, YYYY-MM or YYYY-MM-DD, not ${q(given)}.`,
    periodReversed: (since: string, until: string) =>
      `The option "since" (${since}) lies after "until" (${until}): exchange the two.`,
    defect:
      'Something failed inside Isnad that should not: please ask again in other words, and report what you asked.',
  },

  /** Why nothing was found. */
  notFound: {
    words_missing: 'These words occur nowhere in the documents.',
    name_missing: 'The name or thing asked about occurs nowhere in the documents.',
    not_stated: 'The documents do not state it.',
    filters: 'Nothing is left after the filters: widen or drop some of the options.',
  } as Readonly<Record<NotFoundReason, string>>,

  /** What was wrong in reading a document; `file` is named by the line this stands in. */
  problem: {
    'folder-missing': () => 'the folder does not exist or is no folder: check --corpus or CORPUS_DIR',
    unreadable: (detail: string) => `the system refused to open it (${isolated(detail, 'en')}): check its permissions`,
    binary: () => 'it is not a text and was left out',
    empty: () => 'there is no word in it, and it was left out',
    'too-large': (detail: string) => `it is too large (${isolated(detail, 'en')} bytes) and was left out: split it`,
    'decoded-as': (detail: string) => `it is not in UTF-8 and was read as ${isolated(detail, 'en')}`,
    damaged: (detail: string) =>
      `some characters are damaged (${isolated(detail, 'en')}) and were replaced: save it anew in UTF-8`,
    'manifest-syntax': (detail: string) =>
      detail === ''
        ? 'it is not valid JSON and was not used: it ends too early'
        : `it is not valid JSON and was not used: unexpected ${q(detail)}`,
    'manifest-value': (detail: string) => `a value is wrong and was not used; right would be ${isolated(detail, 'en')}`,
    'manifest-unknown-file': (detail: string) => `it names a file that is not there: ${isolated(detail, 'en')}`,
    'list-unknown': (detail: string) => `no word list has this name, and it was not used; known are ${detail}`,
    'list-line': (detail: string) => `a line of the word list is wrong and was not used: ${isolated(detail, 'en')}`,
  } as Readonly<Record<ProblemCode, (detail: string) => string>>,
  problemInLine: (line: number, problem: string) => `line ${line}: ${problem}`,
  problemAt: (file: string, line: number | null, problem: string) =>
    line === null ? `${isolated(file, 'en')}: ${problem}` : `${isolated(file, 'en')}, line ${line}: ${problem}`,

  /** Replies of the commands. */
  notice: {
    moreEvidence: (places: number) => count(places, '# more place is not shown.', '# more places are not shown.'),
    foundIn: (language: Language) =>
      `Found in ${language === 'ar' ? 'Arabic' : 'English'}; the words that decided are marked.`,
    tellBoth: (words: readonly string[]) => `Both tell of: ${list(words)}.`,
    undatedLeftOut: (entries: number) =>
      count(
        entries,
        '# entry without a date was left out by the dates asked for.',
        '# entries without a date were left out by the dates asked for.',
      ),
    shownOf: (shown: number, all: number) => `${n(shown)} of ${n(all)} shown; the option "limit" shows more.`,
    nearestPassages: 'No answer; these are the nearest passages:',
    severalDocuments: (name: string) => `Several documents match ${q(name)}: choose one of those below.`,
    unknownDocument: (name: string) =>
      `No document is called ${q(name)}: type a part of its title or of its file's name.`,
    noDocument: (folder: string) =>
      `No document could be read in the folder ${q(folder)}: put .txt or .md files into it, or name another with --corpus or CORPUS_DIR.`,
    peopleByIntroduction:
      'People are found by how the text introduces them (title, office, a verb of saying); who is named otherwise may be missing.',
    severalPeople: (name: string, all: number) =>
      `${q(name)} can mean ${count(all, '# person', '# people')}: choose one of the names.`,
    severalOrganisations: (name: string, all: number) =>
      `${q(name)} can mean ${count(all, '# organisation', '# organisations')}: choose one of the names.`,
    namedAlongside: (names: readonly string[]) => `Named in the same sentences: ${list(names)}.`,
    signed: (titles: readonly string[]) => `Signed: ${list(titles)}.`,
    officesThere: (names: readonly string[]) => `Hold an office there: ${list(names)}.`,
    partyTo: (titles: readonly string[]) => `Party to: ${list(titles)}.`,
    coverage: (documents: number, paragraphs: number) =>
      `Searched ${count(documents, '# document', '# documents')}, ${count(paragraphs, '# paragraph', '# paragraphs')}.`,
    coverageDates: (oldest: string, newest: string) => `Dated from ${oldest} to ${newest}.`,
  },
  /** Why two spellings were taken for one person or organisation. */
  whySame: {
    'same-name': 'The names are equal but for marks and hamzas.',
    'part-of-name': 'The same document gives the full name, and nobody else in it has this part of it.',
    'other-script': 'The letters of the two scripts agree in every part of the name.',
    'other-romanisation': 'The two spellings differ only in how the same sounds are written.',
    nickname: 'The same document gives the other name beside the full one.',
    'same-role': 'The family name agrees, and so does the office or the organisation.',
  } as Readonly<Record<MergeReason, string>>,
  help: {
    options: 'Options:',
    required: 'required',
    choices: (values: readonly string[]) => `one of ${list(values)}`,
    range: (least: number, most: number) => `from ${least} to ${most}`,
    date: 'YYYY, YYYY-MM or YYYY-MM-DD',
    example: 'For example:',
  },

  /** Words for the parts of an entry. */
  label: {
    paragraph: (number: number) => `paragraph ${n(number)}`,
    paragraphs: (number: number) => count(number, '# paragraph', '# paragraphs'),
    unmatched: 'Not found anywhere',
    suggestions: 'Try instead',
    related: (language: Language) => `Related, in ${language === 'ar' ? 'Arabic' : 'English'}`,
    confidence: 'Confidence',
    alsoWritten: 'Also written',
    same: 'Taken for one',
    honorifics: 'Honorifics',
    role: 'Role',
    kind: 'Kind',
    file: 'File',
    asOf: 'as of',
    abbreviations: 'Abbreviations',
    parties: 'Parties',
    signatories: 'Signed by',
    status: 'Status',
    date: 'Date',
    purpose: 'Purpose',
    place: 'Place',
    from: 'From',
    to: 'To',
    duration: 'Over',
    equivalents: 'That is',
    evidence: 'Evidence',
    publisher: 'Publisher',
    languages: 'Languages',
    problems: 'In reading it',
    furniture: 'not quoted',
    untitled: 'without a title',
  },
  language: { ar: 'Arabic', en: 'English' } as Readonly<Record<Language, string>>,
  kind: {
    memorandum: 'memorandum of understanding',
    agreement: 'agreement',
    framework: 'framework agreement',
    treaty: 'treaty',
    initiative: 'initiative',
    fund: 'fund',
    pledge: 'pledge',
    other: 'other',
  } as Readonly<Record<AgreementKind, string>>,
  status: {
    signed: 'signed',
    planned: 'planned, not signed in the text',
    proposed: 'proposed',
    launched: 'launched',
    discussed: 'discussed only',
    in_force: 'in force',
    ended: 'ended',
    unknown: 'not told',
  } as Readonly<Record<AgreementStatus, string>>,

  /** Questions made from a corpus's own names and titles, to show what can be asked. */
  example: {
    office: (name: string) => `Who is ${name}?`,
    about: (subject: string) => `What is said about ${subject}?`,
  },

  /** The terminal. */
  /** How a question is answered, step by step (`--explain`). */
  explain: {
    understood: '1. The question: its kind, its stems (names and numbers marked !, words without content in brackets)',
    own: (language: Language) => `2. Asked of the ${language === 'ar' ? 'Arabic' : 'English'} paragraphs as it stands`,
    translated: (language: Language) =>
      `3. Asked of the ${language === 'ar' ? 'Arabic' : 'English'} paragraphs, each word translated or found by sound`,
    hits: (hits: string) => `   ${hits} candidates; the best, with feature × weight:`,
    probabilities: (answerable: string, threshold: string, right: string) =>
      `   answered here with probability ${answerable} (from ${threshold} on), first paragraph right with ${right}`,
    lacks: (reason: string) => `   refused all the same: ${reason}`,
    leads: (language: Language) => `4. The ${language === 'ar' ? 'Arabic' : 'English'} paragraphs lead`,
    refused: '4. Neither answers',
    answer: (text: string) => `5. The shortest stretch that answers: ${text}`,
    onlyAsk: 'The option "--explain" belongs to "ask": leave it out.',
  },
  terminal: {
    greeting: (documents: number, paragraphs: number) =>
      `Isnad: ${count(documents, '# document', '# documents')}, ${count(paragraphs, '# paragraph', '# paragraphs')}. Ask a question, or type /help; /exit ends.`,
    usage: 'Usage: npm run isnad -- <command> [text] [--option value …] [--json] [--export csv|json] [--corpus DIR]',
    usageOther:
      'Without a command: a prompt. "batch" reads one JSON request a line; "deploy [--dry-run]" registers the commands on Discord.',
    connect: [
      'To connect Discord: 1. create an application at https://discord.com/developers/applications and copy the token of its bot;',
      '2. copy .env.example to .env and write the token after DISCORD_TOKEN=; 3. invite the bot to your server; 4. run npm start again.',
    ],
    unknownFlag: (flag: string, nearest: string | null) =>
      `There is no option ${q(flag)}: ${nearest === null ? 'see "help".' : `did you mean ${q(nearest)}?`}`,
    flagWithoutValue: (flag: string, example: string) =>
      `The option ${q(flag)} needs a value, for instance ${isolated(example, 'en')}`,
    flagWithValue: (flag: string) => `The option ${q(flag)} takes no value: write it alone.`,
    optionTwice: (option: string) => `The option ${q(option)} is given twice: give it once.`,
    extraText: (text: string, command: string) =>
      `The command ${q(command)} takes no bare text, but there is ${q(text)}: leave it out.`,
    openQuotation: (mark: string) =>
      `A quotation mark (${mark}) is not closed: close it, or put the text between the other kind of marks.`,
    wrongExport: (given: string) => `The option "--export" takes csv or json, not ${q(given)}.`,
    notExportable: (command: string, lists: readonly string[]) =>
      `The reply of ${q(command)} is no list to export: use one of ${list(lists)}.`,
    jsonAndExport: 'Use either "--json" or "--export": one prints the reply, the other its list.',
    batchOption: (flag: string) => `"batch" takes only --corpus, not ${q(flag)}: write options into each request.`,
    badLine: (line: number) =>
      `Line ${line} is not a JSON object: write one request a line, such as {"command":"ask","options":{"question":"…"}}.`,
    longLine: (line: number, most: number) => `Line ${line} is longer than ${n(most)} characters: shorten the request.`,
    badRequest: (line: number, field: string, wanted: string) =>
      `Line ${line}: the field ${q(field)} must be ${wanted}, as in {"id":"q1","command":"ask","options":{"question":"…"}}.`,
    unreadableSettings: (code: string) =>
      `The file .env cannot be read (${isolated(code, 'en')}): check its permissions.`,
    wanted: { object: 'an object', text: 'a text', idText: 'a text or a number' },
  },

  /** Faults of the environment, by the name of the variable. */
  config: {
    heading: (faults: number) => count(faults, '# setting is wrong:', '# settings are wrong:'),
    token:
      'DISCORD_TOKEN cannot be the token of a bot, for there are spaces or foreign letters in it: copy it whole from the page "Bot" of your application.',
    guild: (value: string) => `DISCORD_GUILD_ID must be the number of a server (digits only), not ${q(value)}.`,
    api: (value: string) =>
      `DISCORD_API must be an http(s) address that ends in /api, without a version, not ${q(value)}.`,
    folder: (variable: string) => `${variable} must be the path of a folder.`,
    language: (value: string) => `DEFAULT_LANGUAGE must be ar or en, not ${q(value)}.`,
    port: (value: string) => `PORT must be a whole number from 0 to 65535, not ${q(value)}.`,
  },
};

/** The shape of the catalogue: a language is complete when it has every text of the other. */
export type Messages = typeof en;
