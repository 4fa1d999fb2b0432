/**
 * The library's search over HTTP: 41,000 resources and 100,000 cues in seven languages, one search after the other, on
 * SQLite and on PostgreSQL. Beside it a small request every 5 ms, which shows whether the server's event loop stays free.
 *
 * `npm run bench search`; `-- --quick` asks a tenth.
 */
import { join } from 'node:path';
import { Lectern } from '../support/lectern';
import { newDatabase, Postgres } from '../support/services/postgres';
import { firstHost } from '../support/stage';
import { Corpus, EVERYWHERE } from './search/corpus';
import { fill } from './search/fill';

const share = process.argv.includes('--quick') ? 0.1 : 1;
const SEED = 20_261_122;

type Search = Record<string, string>;

async function main(): Promise<void> {
  const { machine, table } = await import('./support/process.mjs');
  const rows: string[][] = [];
  const postgres = await Postgres.start();
  try {
    for (const url of [undefined, await newDatabase(postgres.url)]) rows.push(...(await measureOn(url)));
  } finally {
    await postgres.close();
  }
  const head = ['', 'searches', 'p50', 'p99', 'longest', 'small request beside it, p99'];
  console.log(`\n${table(head, rows)}\n\n${machine()}`);
}

async function measureOn(databaseUrl: string | undefined): Promise<string[][]> {
  const name = databaseUrl ? 'PostgreSQL' : 'SQLite';
  const lectern = await Lectern.start({
    LECTERN_SEARCH_RATE: '100000',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  try {
    const host = await firstHost(lectern);
    const { me } = await host.api('GET /api/me', {});
    await lectern.end();
    const corpus = new Corpus(SEED);
    const started = performance.now();
    const file = join(lectern.data, 'lectern.sqlite');
    const cues = await fill(
      databaseUrl ? { kind: 'postgres', url: databaseUrl } : { kind: 'sqlite', file },
      me!.id,
      corpus,
    );
    console.log(`${name}: ${cues} cues in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    await lectern.launch();
    return await measure(name, lectern.url, corpus);
  } finally {
    await lectern.remove();
  }
}

async function measure(name: string, url: string, corpus: Corpus): Promise<string[][]> {
  const repeat = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: Math.ceil(count * share) }, (_, n) => make(n));
  const common = corpus.tongues.flatMap(({ words }) => words.slice(0, 10));
  const kinds: [string, Search[]][] = [
    ['as people type', repeat(800, () => ({ q: corpus.query() }))],
    ['the most common words', repeat(400, (n) => ({ q: n % 8 === 0 ? EVERYWHERE : common[n % common.length]! }))],
    ['one letter', repeat(200, (n) => ({ q: corpus.tongues[n % 7]!.words[n % 40]!.slice(0, 1) }))],
    [
      'common words, narrowed',
      repeat(200, (n) => ({ q: EVERYWHERE, language: corpus.tongues[n % 7]!.language, year: '2024' })),
    ],
    ['common words, by date', repeat(200, (n) => ({ q: common[n % common.length]!, sort: 'date' }))],
    ['no words: all of it', repeat(200, () => ({}))],
  ];
  for (const [, searches] of kinds) await run(url, searches.slice(0, 20));
  const rows: string[][] = [];
  for (const [kind, searches] of kinds) {
    const beside = new Beside(url);
    const times = (await run(url, searches)).sort((a, b) => a - b);
    const pings = await beside.end();
    rows.push([
      `${name}, ${kind}`,
      String(times.length),
      ...[0.5, 0.99, 1].map((part) => at(times, part)),
      at(pings, 0.99),
    ]);
  }
  return rows;
}

async function run(url: string, searches: Search[]): Promise<number[]> {
  const times: number[] = [];
  for (const search of searches) {
    const started = performance.now();
    const response = await fetch(`${url}/api/search?${new URLSearchParams(search).toString()}`);
    const text = await response.text();
    times.push(performance.now() - started);
    if (!response.ok) throw new Error(`${JSON.stringify(search)}: ${text}`);
  }
  return times;
}

/** A request that needs next to nothing, again and again. */
class Beside {
  private running = true;
  private readonly times: number[] = [];
  private readonly done: Promise<void>;

  constructor(url: string) {
    this.done = this.loop(url);
  }

  private async loop(url: string): Promise<void> {
    while (this.running) {
      const started = performance.now();
      await (await fetch(`${url}/health/live`)).text();
      this.times.push(performance.now() - started);
      await new Promise((wake) => setTimeout(wake, 5));
    }
  }

  async end(): Promise<number[]> {
    this.running = false;
    await this.done;
    return this.times.sort((a, b) => a - b);
  }
}

const at = (sorted: number[], part: number): string =>
  `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1)} ms`;

void main();
