import { languageName, type SpeechEngines } from '@lectern/speech';
import type { Speech } from '../transcript/transcript';
import { transcribeTrack } from '../transcript/transcribe-track';
import type { RecordingSpan } from '../tracks/convert-track';
import type { ReadTrack } from './visibility';

export interface TranscribeOptions {
  tracks: ReadTrack[];
  span: RecordingSpan;
  speech: SpeechEngines;
  /** Of tracks that name none. */
  language: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** 0 to 1. */
  onProgress: (done: number) => void;
}

/** What all have said, and what could not be understood for want of a model. */
export interface Transcription {
  speeches: Speech[];
  notices: string[];
  /** Their languages. */
  untranscribed: string[];
}

/** Transcribes all who speak, interpreters too, each in their language, one after the other. */
export async function transcribeAll(options: TranscribeOptions): Promise<Transcription> {
  const voices = options.tracks.filter(({ info, media }) => isVoice(info) && media.file !== null);
  const speeches: Speech[] = [];
  const notices = new Set<string>();
  const untranscribed = new Set<string>();
  for (const [i, voice] of voices.entries()) {
    const onProgress = (done: number) => options.onProgress((i + done) / voices.length);
    const { speech, notice, language } = await transcribeOne(voice, { ...options, onProgress });
    if (speech) speeches.push(speech);
    if (notice) notices.add(notice);
    if (notice) untranscribed.add(language);
  }
  return { speeches, notices: [...notices], untranscribed: [...untranscribed] };
}

const isVoice = ({ source }: ReadTrack['info']) => source === 'microphone' || source === 'interpretation';

async function transcribeOne({ info, media }: ReadTrack, options: TranscribeOptions) {
  const language = info.language ?? options.language;
  const { engine, missing } = options.speech.for(language);
  if (!engine)
    return { language, notice: `${missing} So what was said in ${languageName(language)} has no transcript.` };
  const { ffmpegPath, signal, span, onProgress } = options;
  const report = (seconds: number) => onProgress((seconds * 1000) / span.durationMs);
  const words = await transcribeTrack({ file: media.file!, engine, language, ffmpegPath, signal, onProgress: report });
  const { participantId, displayName: speaker, source } = info;
  const punctuated = engine.punctuates(language);
  const interpreted = source === 'interpretation';
  return { language, speech: { participantId, speaker, language, interpreted, punctuated, words } };
}
