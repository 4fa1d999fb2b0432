/**
 * What it costs to make video, HLS and poster of a session: two people with cameras of 720 lines, and slides. Ours, from
 * the packets as they were captured to all files, beside ffmpeg run by hand on the same media in ready-made files: one run
 * for video, renditions and sound, as its command line can do it at best.
 *
 * `npm run bench compose`; `-- --quick`: one turn on half a minute.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byHand } from './compose/by-hand';
import { type BenchSession, makeSession } from './compose/session';
import { timed, type Work } from './compose/timed';

const quick = process.argv.includes('--quick');
const [turns, seconds] = quick ? [1, 30] : [3, 120];

async function main(): Promise<void> {
  const { machine, median, table } = await import('./support/process.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-compose-'));
  const hand: Work[] = [];
  const ours: Work[] = [];
  try {
    const session = await makeSession(folder, seconds);
    for (let turn = 0; turn < turns; turn += 1) {
      hand.push(await byHand(session, join(folder, `hand-${turn}`)));
      ours.push(await oursOn(session));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const perMinute = (works: Work[], key: keyof Work) => (median(works.map((work) => work[key])) * 60) / seconds;
  const row = (name: string, works: Work[]) => [
    name,
    perMinute(works, 'cpu').toFixed(1),
    perMinute(works, 'wall').toFixed(1),
  ];
  const ratio = (key: keyof Work) => median(ours.map((work, turn) => work[key] / hand[turn]![key])).toFixed(2);
  const head = ['for each minute of the session', 'CPU, s', 'duration, s'];
  console.log(`\n${table(head, [row('ffmpeg by hand', hand), row('ours', ours)])}`);
  console.log(`\nours ÷ by hand: CPU ${ratio('cpu')}, duration ${ratio('wall')}\n\n${machine()}`);
}

function oursOn({ dir, slides }: BenchSession): Promise<Work> {
  return timed(process.execPath, [join(__dirname, 'compose/ours.mjs'), dir, slides]);
}

void main();
