import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from '../../src/corpus/document.js';
import type { Agreement } from '../../src/knowledge/knowledge.js';
import { fold } from '../../src/text/fold.js';

/** One agreement as a person read it; `in` begins the sentences that tell it, each party has its spellings. */
interface GoldAgreement {
  readonly kinds: readonly string[];
  readonly status: readonly string[];
  readonly parties: readonly (readonly string[])[];
  readonly date?: string;
  readonly in: readonly string[];
  /** May be found or not: a person would not miss it. */
  readonly optional?: boolean;
}

interface GoldDocument {
  readonly file: string;
  readonly agreements: readonly GoldAgreement[];
}

export interface Score {
  readonly wanted: number;
  readonly found: number;
  readonly entries: number;
  readonly right: number;
  readonly statusRight: number;
  readonly falselySigned: number;
  readonly partiesWanted: number;
  readonly partiesFound: number;
  readonly datesWanted: number;
  readonly datesRight: number;
  /** In words, for whoever mends the rules. */
  readonly misses: readonly string[];
}

const words = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const names = (given: string, wanted: string): boolean =>
  words(given).includes(words(wanted)) || words(wanted).includes(words(given));

/** Holds found agreements against `gold.json` of a corpus folder: an entry is right where its evidence meets a gold one. */
export async function scoreAgreements(corpus: Corpus, agreements: readonly Agreement[]): Promise<Score> {
  const gold = JSON.parse(await readFile(join(corpus.folder, 'gold.json'), 'utf8')) as GoldDocument[];
  const misses: string[] = [];
  const used = new Set<Agreement>();
  const counts = {
    wanted: 0,
    found: 0,
    statusRight: 0,
    partiesWanted: 0,
    partiesFound: 0,
    datesWanted: 0,
    datesRight: 0,
  };
  const meets = (agreement: Agreement, document: number, { in: starts }: GoldAgreement): boolean =>
    agreement.evidence.some(
      (evidence) =>
        evidence.document === document &&
        starts.some((start) => corpus.documents[document]!.text.slice(evidence.start, evidence.end).includes(start)),
    );
  for (const { file, agreements: wanted } of gold) {
    const document = corpus.documents.findIndex((each) => each.file === file);
    const scored = [...wanted].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
    for (const each of scored) {
      const near = agreements
        .filter((agreement) => !used.has(agreement) && meets(agreement, document, each))
        .sort(
          (a, b) =>
            Number(each.kinds.includes(b.kind)) - Number(each.kinds.includes(a.kind)) ||
            Number(each.status.includes(b.status)) - Number(each.status.includes(a.status)),
        );
      const [found] = near;
      if (each.optional !== true) counts.wanted++;
      if (!found) {
        if (each.optional !== true) misses.push(`${file}: missed ${each.kinds[0]} in "${each.in[0]}"`);
        continue;
      }
      used.add(found);
      if (each.optional === true) continue;
      counts.found++;
      if (each.status.includes(found.status)) counts.statusRight++;
      else misses.push(`${file}: status ${found.status}, not ${each.status.join(' or ')}, in "${each.in[0]}"`);
      for (const party of each.parties) {
        counts.partiesWanted++;
        if (found.parties.some((given) => party.some((spelling) => names(given, spelling)))) counts.partiesFound++;
        else misses.push(`${file}: party ${party[0]} missing among ${found.parties.join('; ')}`);
      }
      if (each.date !== undefined) {
        counts.datesWanted++;
        if (found.date?.value === each.date) counts.datesRight++;
        else misses.push(`${file}: date ${found.date?.value ?? 'none'}, not ${each.date}`);
      }
    }
  }
  const goldOf = (agreement: Agreement): GoldAgreement[] =>
    gold.flatMap(({ file, agreements: wanted }) => {
      const document = corpus.documents.findIndex((each) => each.file === file);
      return wanted.filter((each) => meets(agreement, document, each));
    });
  let right = 0;
  let falselySigned = 0;
  for (const agreement of agreements) {
    const met = goldOf(agreement);
    if (met.length > 0) right++;
    else misses.push(`no agreement: ${agreement.kind} ${agreement.status} "${agreement.title ?? ''}"`);
    if (agreement.status === 'signed' && !met.some(({ status }) => status.includes('signed'))) {
      falselySigned++;
      misses.push(`falsely signed: ${agreement.kind} "${agreement.title ?? ''}"`);
    }
  }
  return { ...counts, entries: agreements.length, right, falselySigned, misses };
}
