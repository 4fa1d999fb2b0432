import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTrack } from '../testing/simulation';
import { readPractice } from './practice-result';

const rtp = { kind: 'audio', mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, startedAt: 0 } as const;
const packet = { media: 0, sent: 0, payload: Buffer.from([1]) };

it('names the tracks that have packets, sound first, an interpreter’s too', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-'));
  for (const source of ['camera', 'interpretation', 'microphone'] as const)
    await writeTrack(dir, { ...rtp, participantId: 'ada', source }, [packet], 3);
  await writeTrack(dir, { ...rtp, participantId: 'ada', source: 'screen' }, [], 3);
  expect((await readPractice(dir)).map(({ source }) => source)).toEqual(['microphone', 'interpretation', 'camera']);
  expect(await readPractice(join(dir, 'none'))).toEqual([]);
});
