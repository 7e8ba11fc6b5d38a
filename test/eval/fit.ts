import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus, Document, Paragraph } from '../../src/corpus/document.js';
import { languageOf } from '../../src/text/language.js';
import { buildIndex } from '../../src/search/index.js';
import { createQuery } from '../../src/search/query.js';
import { rank } from '../../src/search/search.js';
import { FEATURES } from '../../src/search/features.js';

function simple(folder: string): Corpus {
  const documents: Document[] = readdirSync(folder).sort().filter((f) => f.endsWith('.txt')).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const paragraphs: Paragraph[] = [];
    let at = 0; let n = 0;
    for (const line of text.split('\n')) { if (line.trim() !== '') paragraphs.push({ number: ++n, start: at, end: at + line.length, text: line, kind: 'body', language: languageOf(line) }); at += line.length + 1; }
    return { id: file.slice(0, -4), file, text, title: null, publisher: null, url: null, date: null, dateParagraph: null, publisherParagraph: null, dateline: null, languages: ['ar'], paragraphs, problems: [] };
  });
  return { folder, documents, problems: [] };
}
const root = '../shared/eval';
type Q = { id: string; question: string; answerable: boolean; file: string; paragraphs: { line: number; file?: string }[] };
const data: { set: string; rows: { x: number[]; y: boolean }[][] }[] = [];
for (const set of ['xquad-ar-ar', 'xquad-en-en', 'arcd']) {
  const corpus = simple(join(root, set, 'corpus'));
  const index = buildIndex(corpus);
  const qs: Q[] = JSON.parse(readFileSync(join(root, set, 'questions.json'), 'utf8')).questions;
  const lines = new Map(corpus.documents.map((d) => [d.file, d.text.split('\n').reduce<number[]>((a, l) => (a.push((a.at(-1) ?? 0) + l.length + 1), a), [0])]));
  const rows: { x: number[]; y: boolean }[][] = []; const t = performance.now();
  for (const q of qs) {
    const query = createQuery(index, index.analysis.analyse(q.question));
    const hits = rank(index, query, { bm25Stems: 1 });
    const gold = q.paragraphs.map((p) => [p.file ?? q.file, lines.get(p.file ?? q.file)![p.line - 1]!] as const);
    rows.push(hits.map((h) => ({ x: FEATURES.map((f) => h.features[f]), y: gold.some(([f, s]) => corpus.documents[h.passage.document]!.file === f && h.passage.paragraph.start === s) })));
  }
  console.log(set, 'recall@50', rows.filter((r) => r.some((c) => c.y)).length / rows.length, 'ms/q', (performance.now() - t) / qs.length);
  data.push({ set, rows });
}
const mrr = (rows: { x: number[]; y: boolean }[][], w: number[]): [number, number] => {
  let r1 = 0, m = 0;
  for (const row of rows) { const s = row.map((c) => ({ y: c.y, s: c.x.reduce((a, v, i) => a + v * w[i]!, 0) })).sort((a, b) => b.s - a.s); const k = s.findIndex((c) => c.y); if (k === 0) r1++; if (k >= 0 && k < 10) m += 1 / (k + 1); }
  return [(100 * r1) / rows.length, (100 * m) / rows.length];
};
const show = (w: number[]): string => data.map((d) => `${d.set} ${mrr(d.rows, w).map((v) => v.toFixed(1)).join('/')}`).join('  ');
FEATURES.forEach((f, i) => console.log(f.padEnd(12), show(FEATURES.map((_, k) => (k === i ? 1 : 0)))));
function fit(rows: { x: number[]; y: boolean }[][]): number[] {
  const w = FEATURES.map(() => 0); const m = w.map(() => 0), v = w.map(() => 0); let step = 0;
  const use = rows.filter((r) => r.some((c) => c.y));
  for (let epoch = 0; epoch < 60; epoch++) {
    const g = w.map(() => 0);
    for (const row of use) {
      const s = row.map((c) => c.x.reduce((a, xv, i) => a + xv * w[i]!, 0)); const top = Math.max(...s); const e = s.map((a) => Math.exp(a - top)); const z = e.reduce((a, b) => a + b, 0);
      const ys = row.filter((c) => c.y).length;
      row.forEach((c, k) => { const d = e[k]! / z - (c.y ? 1 / ys : 0); c.x.forEach((xv, i) => (g[i]! += d * xv)); });
    }
    step++;
    for (let i = 0; i < w.length; i++) { const gi = g[i]! / use.length + 0.0005 * w[i]!; m[i] = 0.9 * m[i]! + 0.1 * gi; v[i] = 0.99 * v[i]! + 0.01 * gi * gi; w[i]! -= (1.0 * (m[i]! / (1 - 0.9 ** step))) / (Math.sqrt(v[i]! / (1 - 0.99 ** step)) + 1e-8); }
  }
  return w;
}
const all = data.flatMap((d) => d.rows);
const w = fit(all);
console.log(FEATURES.map((f, i) => `${f} ${w[i]!.toFixed(2)}`).join(', '));
console.log('fit all   ', show(w));
const half = (k: number) => data.map((d) => ({ set: d.set, rows: d.rows.filter((_, i) => Math.floor(i / 10) % 2 === k) }));
for (const k of [0, 1]) { const wk = fit(half(k).flatMap((d) => d.rows)); console.log('held out', half(1 - k).map((d) => `${d.set} ${mrr(d.rows, wk).map((x) => x.toFixed(1)).join('/')}`).join('  ')); }
