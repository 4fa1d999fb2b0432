import { SpeechEngines, VoskEngine } from '@lectern/speech';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vosk as found } from '../../../speech/testing/native';
import { speak } from '../../../speech/testing/voice';
import { newTrack } from '../../testing/send';
import { Session } from '../../testing/session';
import { processRecording } from './process-recording';

const vosk = found ?? { library: '', model: '' };
const withVosk = found ? it : it.skip;

withVosk(
  'what interpreters say is in the captions of their language, beside what is said in it in the room',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
    const say = (text: string, name: string) => {
      const file = join(folder, `${name}.wav`);
      speak(text, file);
      return ['-i', file];
    };
    const session = await Session.start();
    const ada = newTrack({ displayName: 'Ada', source: 'microphone' });
    const cleo = newTrack({ displayName: 'Cleo', source: 'microphone', language: 'fr' });
    const ben = newTrack({ displayName: 'Ben', source: 'interpretation', language: 'fr' });
    await Promise.all([
      session.share(ada, 'opus', say('The teacher has seven students.', 'ada')),
      session.share(cleo, 'opus', say('The water is cold.', 'cleo')),
      session.share(ben, 'opus', say('The house has seven windows.', 'ben')),
    ]);
    await session.stop();
    // Of one language only there is a model here: it passes for French.
    const models = ['en', 'fr'].map((language) => ({ language, path: vosk.model }));
    const speech = new SpeechEngines([new VoskEngine({ library: vosk.library, models })]);
    const result = await processRecording({ dir: session.dir, speech, languages: ['en', 'fr'] });
    await speech.close();

    expect(result).toMatchObject({ channels: ['fr'], notice: null, untranscribed: [] });
    expect([...result.captionsLanguages].sort()).toEqual(['en', 'fr']);
    const about = new Map(result.cues.map(({ speaker, language, interpreted }) => [speaker, [language, interpreted]]));
    expect(Object.fromEntries(about)).toEqual({ Ada: ['en', false], Cleo: ['fr', false], Ben: ['fr', true] });
    expect(result.cues.map(({ start }) => start)).toEqual(result.cues.map(({ start }) => start).sort((a, b) => a - b));
    const captions = (language: string) => readFile(join(session.dir, `out/captions.${language}.vtt`), 'utf8');
    const speakers = async (language: string) =>
      [...new Set([...(await captions(language)).matchAll(/<v ([^>]+)>/g)].map(([, name]) => name))].sort();
    expect(await speakers('en')).toEqual(['Ada']);
    expect(await speakers('fr')).toEqual(['Ben', 'Cleo']);
  },
  120_000,
);
