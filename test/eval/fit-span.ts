import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedThings } from '../../src/answers/expectation.js';
import { understand } from '../../src/answers/question.js';
import { tokenKnowledge } from '../../src/answers/span.js';
import { candidatesOf, groupOf, GROUPS, SPAN_FEATURES, type Group } from '../../src/answers/span-features.js';
import { buildIndex } from '../../src/search/index.js';
import { createQuery } from '../../src/search/query.js';
import { rank } from '../../src/search/search.js';
import { readCompiledLexicon } from '../../src/text/compiled-lexicon.js';
import { fold } from '../../src/text/fold.js';
import { goldSpans, readCollection } from './collections.js';

const root = process.argv[2] ?? '../shared/eval';
const lexicon = readCompiledLexicon();
const F = SPAN_FEATURES.length;
const words = (s: string): string[] =>
  fold(s)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
function f1(a: string[], b: string[]): number {
  const pool = [...b];
  let hit = 0;
  for (const w of a) {
    const i = pool.indexOf(w);
    if (i >= 0) {
      pool.splice(i, 1);
      hit++;
    }
  }
  return hit ? (2 * hit) / (a.length + b.length) : 0;
}
interface Item {
  c: [number, number][];
  group: Group;
  x: Float32Array[];
  f: Float32Array;
  set: string;
  text: string;
  spans: string[];
}
const items: Item[] = [];
for (const set of ['xquad-ar-ar', 'xquad-en-en', 'arcd']) {
  const c = (await readCollection(join(root, set)))!;
  const index = buildIndex(c.corpus, lexicon);
  const known = tokenKnowledge(index);
  let missed = 0;
  for (const q of c.questions) {
    const u = understand(q.question, index);
    const query = createQuery(index, u.terms, expectedThings(u.kind));
    const gold = goldSpans(c.corpus, q);
    const top = rank(index, query)[0];
    const right =
      top &&
      gold.some(
        (g) =>
          c.corpus.documents[top.passage.document]!.file === g.file &&
          top.passage.paragraph.start < g.span.end &&
          top.passage.paragraph.end > g.span.start,
      );
    if (!right) {
      missed++;
      continue;
    }
    const golds = q.answers.flat().map(words);
    const cands = candidatesOf(u, query, top.passage, known);
    const t = top.passage.paragraph.text,
      o = top.passage.offsets;
    const texts = cands.map(({ candidate: k }) => t.slice(o[2 * k.first]!, o[2 * k.last - 1]!));
    items.push({
      c: cands.map((k) => [k.candidate.first, k.candidate.last]),
      set,
      group: groupOf(u.kind),
      text: q.question,
      spans: texts,
      x: cands.map((k) => Float32Array.from(k.features)),
      f: Float32Array.from(
        texts.map((s) => {
          const w = words(s);
          return Math.max(...golds.map((g) => f1(w, g)));
        }),
      ),
    });
  }
  const own = items.filter((i) => i.set === set);
  console.log(
    set,
    'wrong paragraph',
    missed,
    'oracle F1',
    (own.reduce((s, i) => s + Math.max(0, ...i.f), 0) / (own.length + missed)).toFixed(3),
    'candidates',
    (own.reduce((s, i) => s + i.f.length, 0) / own.length).toFixed(0),
  );
}
const size = F * (GROUPS.length + 1);
function fit(train: Item[], steps: number): Float64Array {
  const w = new Float64Array(size),
    m = new Float64Array(size),
    v = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const g = new Float64Array(size);
    const expected = step > steps * 0.4; // first the likelihood of good candidates, then the expected F1 itself
    for (const it of train) {
      const off = F * (GROUPS.indexOf(it.group) + 1);
      const n = it.f.length;
      if (n === 0) continue;
      const s = new Float64Array(n);
      let top = -Infinity;
      for (let k = 0; k < n; k++) {
        let a = 0;
        const x = it.x[k]!;
        for (let i = 0; i < F; i++) a += x[i]! * (w[i]! + w[off + i]!);
        s[k] = a;
        if (a > top) top = a;
      }
      let z = 0,
        tz = 0,
        ef = 0;
      for (let k = 0; k < n; k++) {
        s[k] = Math.exp(s[k]! - top);
        z += s[k]!;
        tz += it.f[k]! ** 4;
      }
      if (tz === 0) continue;
      if (expected) for (let k = 0; k < n; k++) ef += (s[k]! / z) * it.f[k]!;
      for (let k = 0; k < n; k++) {
        const p = s[k]! / z;
        const d = expected ? -8 * p * (it.f[k]! - ef) : p - it.f[k]! ** 4 / tz;
        if (Math.abs(d) < 1e-6) continue;
        const x = it.x[k]!;
        for (let i = 0; i < F; i++) {
          const e = d * x[i]!;
          g[i]! += e;
          g[off + i]! += e;
        }
      }
    }
    for (let i = 0; i < size; i++) {
      const gi = g[i]! / train.length + (i < F ? 0.0005 : 0.003) * w[i]!;
      m[i] = 0.9 * m[i]! + 0.1 * gi;
      v[i] = 0.99 * v[i]! + 0.01 * gi * gi;
      w[i]! -= (0.15 * (m[i]! / (1 - 0.9 ** step))) / (Math.sqrt(v[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return w;
}
const T = Number(process.env.T ?? 1),
  M = Number(process.env.M ?? 40);
function pick(it: Item, w: Float64Array): number {
  const off = F * (GROUPS.indexOf(it.group) + 1);
  const scored = it.x
    .map((x, k) => {
      let a = 0;
      for (let i = 0; i < F; i++) a += x[i]! * (w[i]! + w[off + i]!);
      return { k, a };
    })
    .sort((p, q) => q.a - p.a)
    .slice(0, M);
  if (scored.length === 0) return -1;
  const top = scored[0]!.a;
  const ps = scored.map((s) => Math.exp((s.a - top) / T));
  let best = scored[0]!.k,
    most = -1;
  for (const s of scored) {
    const [a0, a1] = it.c[s.k]!;
    let e = 0;
    scored.forEach((r, j) => {
      const [b0, b1] = it.c[r.k]!;
      const o = Math.min(a1, b1) - Math.max(a0, b0);
      if (o > 0) e += (ps[j]! * (2 * o)) / (a1 - a0 + b1 - b0);
    });
    if (e > most) {
      most = e;
      best = s.k;
    }
  }
  return best;
}
const show = (test: Item[], w: Float64Array): string =>
  ['xquad-ar-ar', 'xquad-en-en', 'arcd']
    .map((set) => {
      const its = test.filter((i) => i.set === set);
      return `${set} ${(
        (100 *
          its.reduce((s, i) => {
            const k = pick(i, w);
            return s + (k < 0 ? 0 : i.f[k]!);
          }, 0)) /
        its.length
      ).toFixed(1)}`;
    })
    .join('  ');
const steps = Number(process.argv[3] ?? 80);
for (const k of [0, 1]) {
  const w = fit(
    items.filter((_, i) => Math.floor(i / 10) % 2 === k),
    steps,
  );
  const test = items.filter((_, i) => Math.floor(i / 10) % 2 !== k);
  console.log('held out', show(test, w));
  console.log(
    GROUPS.map((gr) => {
      const its = test.filter((i) => i.group === gr);
      return `${gr} ${its.length} ${(
        (100 *
          its.reduce((s, i) => {
            const q = pick(i, w);
            return s + (q < 0 ? 0 : i.f[q]!);
          }, 0)) /
        its.length
      ).toFixed(0)}`;
    }).join('  '),
  );
}
const w = fit(items, steps);
console.log('all', show(items, w));
const round = (x: number): number => Math.round(x * 1000) / 1000;
writeFileSync(
  'src/answers/span.json',
  JSON.stringify(
    Object.fromEntries(['all', ...GROUPS].map((g, i) => [g, [...w.subarray(i * F, (i + 1) * F)].map(round)])),
  ) + '\n',
);
if (process.argv[4])
  for (const it of items.filter((_, i) => i % 25 === 0)) {
    const k = pick(it, w);
    const b = it.f.indexOf(Math.max(...it.f));
    console.log(it.group, '|', it.text, '→', it.spans[k], '| gold', it.spans[b]);
  }
