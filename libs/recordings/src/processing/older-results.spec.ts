import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transcript } from '../transcript/transcript';
import { processResult } from './process-result';
import { StepResults } from './step-results';
import { composeStep } from './steps/compose.step';
import { inputsOf } from './steps/tracks-result';
import { tracksStep } from './steps/tracks.step';

const info = {
  ...{ trackId: 'a', producerId: 'p', participantId: 'ada', displayName: 'Ada', source: 'microphone', kind: 'audio' },
  ...{ mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, ssrc: 1, startedAt: 0 },
};
const media = {
  ...{ trackId: 'a', file: 'a.mkv', intervals: [{ start: 0, end: 900 }], frames: 9 },
  ...{ droppedFrames: 0, lostPackets: 0, notice: null },
};
const cue = { start: 0, end: 1, speaker: 'Ada', text: 'Hello', confidence: 1 };

/** What steps have left that were made before there were interpreters. */
const older = {
  tracks: {
    ...{ span: { startedAt: 0, durationMs: 1000 }, tracks: [{ info, media }] },
    ...{ shown: { video: [], audio: [], notices: [] }, visible: [], speakers: [] },
  },
  compose: { video: 'video.mp4', durationMs: 1000, scenes: [] },
  transcribe: { transcript: 'transcript.json', notices: [] },
  captions: { cues: [cue], captions: { en: 'captions.en.vtt' } },
  renditions: { files: ['hls.m3u8'] },
  thumbnail: { poster: 'poster.jpg' },
};

describe('results of steps that were made before there were interpreters', () => {
  it('go on being of use: they have no channels', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    await mkdir(join(dir, 'steps'));
    for (const [step, result] of Object.entries(older))
      await writeFile(join(dir, 'steps', `${step}.json`), JSON.stringify({ run: 1, result }));
    const results = new StepResults(dir);
    expect(inputsOf(await results.read(tracksStep))).toMatchObject({ audio: ['a.mkv'], channels: [] });
    expect(await results.read(composeStep)).toMatchObject({ channels: [] });
    expect(await processResult(results)).toMatchObject({ channels: [], cues: [cue], files: { renditions: true } });
  });

  it('have words that nobody interpreted', () => {
    const speech = { participantId: 'ada', speaker: 'Ada', language: 'en', punctuated: true, words: [] };
    expect(Transcript.parse({ version: 1, speeches: [speech] }).speeches).toEqual([{ ...speech, interpreted: false }]);
  });
});
