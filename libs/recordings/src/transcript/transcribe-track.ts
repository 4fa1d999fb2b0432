import { SAMPLE_RATE, type SpeechEngine } from '@lectern/speech';
import { inOwnTime } from '../composition/audio-graph';
import { readFfmpeg } from '../composition/ffmpeg';
import type { SpokenWord } from './transcript';

export interface TranscribeTrackOptions {
  /** A track that goes from the recording's start to its end. */
  file: string;
  engine: SpeechEngine;
  language: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** Seconds of the recording done. */
  onProgress?: (seconds: number) => void;
}

/** The words of one track, their times in seconds from the recording's start. Rejects when aborted, or with a sentence. */
export async function transcribeTrack(options: TranscribeTrackOptions): Promise<SpokenWord[]> {
  const { file, engine, language, ffmpegPath, signal, onProgress } = options;
  const sound = ['-af', inOwnTime(SAMPLE_RATE), '-ac', '1', '-f', 's16le', 'pipe:1'];
  const pcm = readFfmpeg({ ffmpegPath, signal, args: ['-seek_timestamp', '1', '-i', file, ...sound] });
  const words: SpokenWord[] = [];
  for await (const utterance of engine.transcribe(pcm, { language, signal, onProgress }))
    words.push(...utterance.words);
  return words;
}
