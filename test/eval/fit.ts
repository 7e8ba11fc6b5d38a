import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS, signalsOf } from '../../src/answers/confidence.js';
import { countryWords } from '../../src/answers/countries.js';
import { expectedThings } from '../../src/answers/expectation.js';
import { understand } from '../../src/answers/question.js';
import { FEATURES } from '../../src/search/features.js';
import { buildIndex } from '../../src/search/index.js';
import { createCrossQuery } from '../../src/search/cross-query.js';
import { createQuery } from '../../src/search/query.js';
import { rank } from '../../src/search/search.js';
import { readCompiledLexicon } from '../../src/text/compiled-lexicon.js';
import { goldSpans, readCollection, thinned, withoutParagraphs, type Collection } from './collections.js';
import { dot, fitLogistic, fitSoftmax, sigmoid, type List } from './regression.js';

const root = process.argv[2] ?? '../shared/eval';
const what = process.argv[3] ?? 'rank';
const lexicon = readCompiledLexicon();
const SETS = ['xquad-ar-ar', 'xquad-en-en', 'arcd'];
/** How much a question counts whose document is there but not the paragraph that answers it. */
const NEAR = 0.1;
const CROSS = ['xquad-en-ar', 'xquad-ar-en'];

async function collection(name: string): Promise<Collection> {
  const found = await readCollection(join(root, name));
  if (found === null) throw new Error(`${join(root, name)} is missing`);
  return found;
}
const round = (x: number): number => Math.round(x * 1000) / 1000;

function lists(c: Collection): List[] {
  const index = buildIndex(c.corpus, lexicon, countryWords);
  return c.questions.map((q) => {
    const u = understand(q.question, index);
    const target = c.name.startsWith('xquad-en-ar') ? 'ar' : 'en';
    const expected = expectedThings(u.kind);
    const query = CROSS.some((name) => c.name.startsWith(name))
      ? createCrossQuery(index, u.text, u.terms, target, index.passages.length, expected)
      : createQuery(index, u.terms, expected);
    const hits = rank(index, query);
    const gold = goldSpans(c.corpus, q);
    return {
      rows: hits.map((h) => FEATURES.map((f) => h.features[f])),
      target: hits.map((h) =>
        gold.some(
          (g) =>
            c.corpus.documents[h.passage.document]!.file === g.file &&
            h.passage.paragraph.start < g.span.end &&
            h.passage.paragraph.end > g.span.start,
        )
          ? 1
          : 0,
      ),
    };
  });
}
function quality(ls: readonly List[], w: readonly number[]): string {
  let first = 0,
    sum = 0;
  for (const { rows, target } of ls) {
    const order = rows.map((r, i) => [dot(r, w), target[i]!] as const).sort((a, b) => b[0] - a[0]);
    const at = order.findIndex(([, t]) => t > 0);
    if (at === 0) first++;
    if (at >= 0 && at < 10) sum += 1 / (at + 1);
  }
  return `R@1 ${((100 * first) / ls.length).toFixed(1)} MRR ${((100 * sum) / ls.length).toFixed(1)}`;
}

if (what === 'rank') {
  const fitted: Record<string, Record<string, number>> = {};
  for (const [language, names] of [
    ['own', SETS],
    ['other', CROSS],
  ] as const) {
    const sets = await Promise.all(names.map(async (s) => [s, lists(await collection(s))] as const));
    const even = (k: number) => sets.map(([s, ls]) => [s, ls.filter((_, i) => Math.floor(i / 10) % 2 === k)] as const);
    for (const k of [0, 1]) {
      const w = fitSoftmax(
        even(k).flatMap(([, l]) => l),
        FEATURES.length,
      );
      for (const [s, l] of even(1 - k)) console.log('held out', s, quality(l, w));
    }
    const w = fitSoftmax(
      sets.flatMap(([, l]) => l),
      FEATURES.length,
    );
    for (const [s, l] of sets) console.log('all', s, quality(l, w));
    const named = Object.fromEntries(FEATURES.map((f, i) => [f, round(w[i]!)]));
    console.log(JSON.stringify(named));
    fitted[language] = named;
  }
  writeFileSync('src/search/weights.json', JSON.stringify(fitted, null, 2) + '\n');
} else {
  interface Row {
    x: number[];
    right: boolean;
    answerable: boolean;
    text: string;
  }
  const rowsOf = (c: Collection): Row[] => {
    const index = buildIndex(c.corpus, lexicon, countryWords);
    return c.questions.map((q) => {
      const u = understand(q.question, index);
      const target = c.name.startsWith('xquad-en-ar') ? 'ar' : 'en';
      const expected = expectedThings(u.kind);
      const query = CROSS.some((name) => c.name.startsWith(name))
        ? createCrossQuery(index, u.text, u.terms, target, index.passages.length, expected)
        : createQuery(index, u.terms, expected);
      const hits = rank(index, query);
      const s = signalsOf(index, u, query, hits);
      const top = hits[0];
      const gold = q.answerable ? goldSpans(c.corpus, q) : [];
      const right =
        top !== undefined &&
        gold.some(
          (g) =>
            c.corpus.documents[top.passage.document]!.file === g.file &&
            top.passage.paragraph.start < g.span.end &&
            top.passage.paragraph.end > g.span.start,
        );
      return {
        x: SIGNALS.map((n) => (s ? s[n] : n === 'bias' || n === 'unseen' ? 1 : 0)),
        right,
        answerable: q.answerable,
        text: q.question,
      };
    });
  };
  const report = (name: string, rows: Row[], wa: readonly number[], wr: readonly number[]): void => {
    const s = rows.map((r) => ({ ...r, pa: sigmoid(dot(r.x, wa)), pr: sigmoid(dot(r.x, wr)) }));
    const ans = s.filter((r) => r.answerable),
      un = s.filter((r) => !r.answerable);
    const at = (th: number): string =>
      `@${th} ans ${((100 * ans.filter((v) => v.pa >= th).length) / ans.length).toFixed(1)} ref ${((100 * un.filter((v) => v.pa < th).length) / un.length).toFixed(1)}`;
    const said = s.filter((r) => r.pa >= 0.4);
    const bins = Array.from({ length: 10 }, () => 0);
    for (const r of said) bins[Math.min(9, Math.floor(r.pr * 10))]! += r.pr - (r.right ? 1 : 0);
    console.log(
      name.padEnd(16),
      at(0.3),
      at(0.35),
      at(0.4),
      at(0.5),
      'cal',
      (bins.reduce((a, b) => a + Math.abs(b), 0) / said.length).toFixed(3),
    );
  };
  const THRESHOLDS = { own: 0.23, other: 0.42 };
  const fitted: Record<string, unknown> = {};
  for (const [language, names] of [
    ['own', SETS],
    ['other', CROSS],
  ] as const) {
    const full = await Promise.all(names.map(collection));
    const halves = full.flatMap((c) =>
      [0, 1].flatMap((k) => [
        [c.name, rowsOf(thinned(c, (i) => i % 2 === k))] as const,
        [`${c.name} near`, rowsOf(withoutParagraphs(c, (i) => i % 2 === k))] as const,
      ]),
    );
    const train = halves.flatMap(([, r]) => r);
    // Neighbouring paragraphs of ARCD repeat each other, which makes right answers look wrong: it counts for less.
    const share = halves.flatMap(([n, r]) =>
      r.map(() => (n === 'arcd near' ? 0 : n === 'arcd' ? 0.3 : n.endsWith('near') ? NEAR : 1)),
    );
    const wa = fitLogistic(
      train.map((r) => r.x),
      train.map((r) => r.answerable),
      share,
    );
    const wr = fitLogistic(
      train.map((r) => r.x),
      train.map((r) => r.right),
      share,
    );
    console.log(SIGNALS.map((n, i) => `${n} ${wa[i]!.toFixed(2)}/${wr[i]!.toFixed(2)}`).join(', '));
    for (const [n, r] of halves) report(n, r, wa, wr);
    if (language === 'own')
      for (const n of ['xquad-ar-mixed', 'xquad-en-mixed']) report(n, rowsOf(await collection(n)), wa, wr);
    fitted[language] = { answerable: wa.map(round), right: wr.map(round) };
  }
  writeFileSync('src/answers/confidence.json', JSON.stringify({ ...fitted, thresholds: THRESHOLDS }, null, 2) + '\n');
}
