/**
 * Live captions: how long after a word's end a line shows something in its place ("told"), and how long until it shows
 * the word as it is in the end ("told right"). The clock is the one of the listening server. People speak (espeak-ng, as Opus over RTP, at the speed of
 * speech) into the caption process with the small English Vosk model; 1, 2 and 4 of them at the same time.
 *
 * `npm run bench captions`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@lectern/config';
import { send, speakTo } from '../../libs/captions/testing/send';
import { CaptionClient } from '../../libs/captions/src/process/caption-client';
import type { Told } from '../../libs/captions/src/process/caption-child';
import { guessLags, wordLags } from '../../libs/captions/src/process/lag';

/** `at`: when the server heard of it, in seconds. */
type Heard = Extract<Told, { type: 'heard' }> & { at: number };

const text = `Good morning and welcome to the third lesson. Today we talk about water in the classroom. Every student has
  a small glass and a piece of paper. Write the name of the river on the paper. The river is very cold in winter and warm
  in summer. Now put the paper in the glass and wait for a minute. What do you see? Tell the person next to you. After the
  break we will look at the answers together, and the teacher will write them on the board.`;

const entry = join(__dirname, '../../dist/libs/captions/src/process/caption.process.js');

async function main(): Promise<void> {
  const { machine, table } = await import('./support/process.mjs');
  const { voskLibrary, voskModel } = loadConfig().speech;
  if (!voskLibrary) throw new Error('Vosk is not here: run "node tools/setup.mjs".');
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-captions-'));
  const file = join(folder, 'lesson.wav');
  speakTo(file, text);
  const rows: string[][] = [];
  try {
    for (const people of [1, 2, 4]) rows.push(await measure(people, file, { voskLibrary, voskModel }));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const head = [
    'who speak at once',
    'words',
    'told: p50',
    'p95',
    'longest',
    'told right: p50',
    'p95',
    'longest',
    'left out',
  ];
  console.log(`\n${table(head, rows)}\n\n${machine()}`);
}

async function measure(people: number, file: string, setup: object): Promise<string[]> {
  const client = new CaptionClient({ setup, voices: 4, entry });
  const told: (Told & { at: number })[] = [];
  client.on('told', (one) => told.push({ ...one, at: performance.now() / 1000 }));
  const tracks = Array.from({ length: people }, (_, i) => `track-${i}`);
  try {
    const ports: number[] = [];
    for (const track of tracks) ports.push(await client.open(track, 'en'));
    await Promise.all(ports.map((port) => send(file, port)));
    // What was said last is finished a second of pause later.
    await new Promise((wake) => setTimeout(wake, 5_000));
  } finally {
    await client.close();
  }
  return row(people, tracks, told);
}

function row(people: number, tracks: string[], told: (Told & { at: number })[]): string[] {
  const heard = (track: string) => told.filter((one): one is Heard => one.type === 'heard' && one.trackId === track);
  const lags = (of: typeof wordLags) => {
    const all = tracks.flatMap((track) => of(heard(track), sinceBegin(heard(track)))).sort((a, b) => a - b);
    return [0.5, 0.95, 1].map((share) => `${(all[Math.floor(share * (all.length - 1))] ?? NaN).toFixed(2)} s`);
  };
  const words = told.reduce((sum, one) => sum + (one.type === 'heard' ? one.words.length : 0), 0);
  const leftOut = told.reduce((sum, one) => sum + (one.type === 'left-out' ? one.seconds : 0), 0);
  return [String(people), String(words), ...lags(guessLags), ...lags(wordLags), `${leftOut.toFixed(1)} s`];
}

/**
 * Seconds from the beginning of a track to the time at which the server heard of something. The track began, at the
 * latest, when its sound had come in that long after it: by whatever was told soonest.
 */
function sinceBegin(heard: Heard[]): (one: Parameters<Parameters<typeof wordLags>[1]>[0]) => number {
  const begun = Math.min(...heard.map(({ at, receivedTo }) => at - receivedTo));
  return (one) => (one as Heard).at - begun;
}

void main();
