import { type ImportManifest, resourceFiles } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './browser';

/** What the processing makes beside the video. */
export const outputs: Partial<ImportManifest> = {
  chapters: [
    { at: 0, title: 'Welcome', kind: 'agenda' },
    { at: 3, title: 'Batteries', kind: 'slide' },
    { at: 6.5, title: 'May a school sell its power?', kind: 'question' },
  ],
  files: ['thumbnails.vtt', 'sprites-0.jpg', 'audio.m4a', 'slides.pdf'].map((name) => ({ name, bytes: 123_456 })),
  questions: [{ id: newId(), text: 'May a school sell its power?', author: 'Dara', votes: 4, at: 6.5, answers: [] }],
};

/** Ten seconds of a moving test picture and a tone, and what is made of it. */
export function makeFiles(folder: string): void {
  const file = join(folder, resourceFiles.video);
  const inputs = [
    '-f',
    'lavfi',
    '-i',
    'testsrc=duration=10:size=640x360:rate=10',
    '-f',
    'lavfi',
    '-i',
    'sine=duration=10',
  ];
  const encode = ['-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '20', '-c:a', 'aac'];
  run('ffmpeg', ['-y', '-loglevel', 'error', ...inputs, ...encode, '-movflags', '+faststart', file]);
  const sheet = ['-vf', 'fps=1/2,scale=160:90,tile=5x5', '-frames:v', '1', join(folder, resourceFiles.sprites(0))];
  run('ffmpeg', ['-y', '-loglevel', 'error', '-i', file, ...sheet]);
  run('ffmpeg', ['-y', '-loglevel', 'error', '-i', file, '-vn', '-c:a', 'copy', join(folder, resourceFiles.audio)]);
  const cues = [0, 2, 4, 6, 8].map(
    (second) =>
      `00:00:0${second}.000 --> 00:00:${String(second + 2).padStart(2, '0')}.000\nsprites-0.jpg#xywh=${80 * second},0,160,90\n`,
  );
  writeFileSync(join(folder, resourceFiles.thumbnails), ['WEBVTT\n', ...cues].join('\n'));
  writeFileSync(join(folder, resourceFiles.slides), '%PDF-1.4\n');
}
