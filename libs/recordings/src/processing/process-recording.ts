import { DomainError } from '@lectern/kernel';
import { type RecordingStep, resourceFiles, webvtt } from '@lectern/contracts';
import type { SpeechEngines } from '@lectern/speech';
import { join } from 'node:path';
import { compose } from '../composition/compose';
import { makePoster } from '../composition/poster';
import { makeRenditions } from '../composition/renditions';
import type { Scene } from '../composition/scene';
import { planScenes } from '../composition/scene-plan';
import { readTimeline, type Timeline } from '../timeline/timeline-reader';
import { convertTrack, type RecordingSpan } from '../tracks/convert-track';
import { cuesOf } from '../transcript/cues';
import type { Speech, Transcript } from '../transcript/transcript';
import type { ProcessResult } from './process-result';
import { Progress } from './progress';
import { outputs, RecordingFolder } from './recording-folder';
import { type ShownPiece, shownPieces, shownTracks } from './shown';
import { type FetchMaterial, readShown, type ShownMedia } from './shown-media';
import { recordingSpan } from './span';
import { transcribeAll } from './transcribe-step';
import { speakerChanges, visibleTracks, type ReadTrack } from './visibility';

/** Options of {@link processRecording}. */
export interface ProcessOptions {
  /** The recording's folder: `timeline.jsonl`, `tracks/`; the result goes to `out/`. */
  dir: string;
  speech: SpeechEngines;
  /** The event's languages; the first is that of tracks which name none. */
  languages: string[];
  /** Where the slides and videos are that were shown. */
  fetchMaterial?: FetchMaterial;
  /** Shown on the card of recordings without picture. */
  title?: string;
  /** `ffmpeg` on the PATH by default. */
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** `percent`: 0 to 100 over all the steps, never falling. */
  onProgress?: (step: RecordingStep, percent: number) => void;
  /** Process again although there is a result. */
  force?: boolean;
}

/** Shorter than this there is nothing to see or hear. */
const SHORTEST_MS = 200;

/**
 * Makes video, captions, transcript and poster of a recording. It may be run again after any failure or kill, and then
 * goes on from what is whole; after a success it returns the same result at once. Rejects with `signal.reason` when
 * aborted, with a WRONG_STATE {@link DomainError} when nothing was recorded, and with an Error in words otherwise.
 */
export async function processRecording(options: ProcessOptions): Promise<ProcessResult> {
  const folder = new RecordingFolder(options.dir);
  const earlier = options.force ? null : await folder.result();
  if (earlier) {
    await folder.tidy();
    return earlier;
  }
  const timeline = await readTimeline(options.dir);
  const infos = await folder.tracks();
  const span = await recordingSpan(options.dir, timeline, infos);
  if (!span || span.durationMs < SHORTEST_MS) throw new DomainError('WRONG_STATE', 'Nothing was recorded.');
  await folder.prepare();
  const result = await new Processing(options, folder, timeline, span).run(infos);
  await folder.tidy();
  return result;
}

/** A video of nothing helps nobody. */
function refuseEmpty(tracks: ReadTrack[], shown: ShownMedia): void {
  if (tracks.some(({ media }) => media.file !== null) || shown.video.length + shown.audio.length > 0) return;
  const reasons = tracks.flatMap(({ media }) => media.notice ?? []);
  throw new DomainError('WRONG_STATE', ['Nobody sent sound or picture while the recording ran.', ...reasons].join(' '));
}

/** One run. */
class Processing {
  readonly #progress: Progress;

  constructor(
    private readonly options: ProcessOptions,
    private readonly folder: RecordingFolder,
    private readonly timeline: Timeline,
    private readonly span: RecordingSpan,
  ) {
    this.#progress = new Progress(options.onProgress);
  }

  async run(infos: Awaited<ReturnType<RecordingFolder['tracks']>>): Promise<ProcessResult> {
    const tracks = await this.#readTracks(infos);
    const pieces = shownPieces(this.timeline.events, this.span);
    const shown = await this.#readShown(pieces);
    refuseEmpty(tracks, shown);
    const scenes = this.#plan(tracks, pieces, shown);
    await this.#compose(tracks, shown, scenes);
    const { speeches, notices } = await this.#transcribe(tracks);
    const captions = await this.#writeCaptions(speeches);
    await this.#renditions();
    await this.#poster(scenes);
    const trackNotices = tracks.flatMap(({ media }) => media.notice ?? []);
    return this.#finish(speeches, captions, [...trackNotices, ...shown.notices, ...notices]);
  }

  async #readTracks(infos: ReadTrack['info'][]): Promise<ReadTrack[]> {
    const { dir, signal } = this.options;
    const tracks: ReadTrack[] = [];
    for (const [i, info] of infos.entries()) {
      signal?.throwIfAborted();
      this.#progress.at('tracks', i / infos.length);
      tracks.push({ info, media: await convertTrack(dir, info, this.folder.work, this.span) });
    }
    return tracks;
  }

  #readShown(pieces: ShownPiece[]): Promise<ShownMedia> {
    const { fetchMaterial: fetch = () => Promise.resolve(null), ffmpegPath, signal } = this.options;
    return readShown({ pieces, fetch, work: this.folder.work, ffmpegPath, signal });
  }

  #plan(tracks: ReadTrack[], pieces: ShownPiece[], shown: ShownMedia): Scene[] {
    const { events } = this.timeline;
    const speakers = speakerChanges(events, this.span);
    const pictures = new Set(shown.video.map(({ trackId }) => trackId));
    const visible = [...visibleTracks(tracks, events, this.span), ...shownTracks(pieces, pictures)];
    return planScenes({ durationMs: this.span.durationMs, tracks: visible, speakers });
  }

  async #compose(tracks: ReadTrack[], shown: ShownMedia, scenes: Scene[]): Promise<void> {
    this.#progress.at('compose', 0);
    const usable = tracks.flatMap(({ info, media: { file, intervals } }) =>
      file === null ? [] : [{ kind: info.kind, trackId: info.trackId, file, firstMs: intervals[0]?.start ?? 0 }],
    );
    const { ffmpegPath, signal, title } = this.options;
    await compose({
      work: this.folder.work,
      output: join(this.folder.out, outputs.video),
      scenes,
      video: [...usable.filter(({ kind }) => kind === 'video'), ...shown.video],
      audio: [...usable.filter(({ kind }) => kind === 'audio').map(({ file }) => file), ...shown.audio],
      durationMs: this.span.durationMs,
      onProgress: (done) => this.#progress.at('compose', done),
      ...{ ffmpegPath, signal, title },
    });
  }

  #transcribe(tracks: ReadTrack[]) {
    this.#progress.at('transcribe', 0);
    const { speech, languages, ffmpegPath, signal } = this.options;
    const onProgress = (done: number) => this.#progress.at('transcribe', done);
    const language = languages[0] ?? 'en';
    return transcribeAll({ tracks, span: this.span, speech, language, ffmpegPath, signal, onProgress });
  }

  /** Returns language → file. */
  async #writeCaptions(speeches: Speech[]): Promise<Record<string, string>> {
    this.#progress.at('captions', 0);
    const transcript: Transcript = { version: 1, speeches };
    await this.folder.put(outputs.transcript, JSON.stringify(transcript));
    const files: Record<string, string> = {};
    for (const language of new Set(speeches.flatMap((each) => (each.words.length > 0 ? each.language : [])))) {
      const cues = cuesOf(speeches.filter((speech) => speech.language === language));
      files[language] = outputs.captions(language);
      await this.folder.put(files[language], webvtt(cues, language));
    }
    return files;
  }

  async #renditions(): Promise<void> {
    this.#progress.at('renditions', 0);
    const { ffmpegPath, signal } = this.options;
    const { out } = this.folder;
    if (await this.folder.isMadeFrom(resourceFiles.playlist, outputs.video)) return;
    const onProgress = (seconds: number) => this.#progress.at('renditions', (seconds * 1000) / this.span.durationMs);
    await makeRenditions({ video: join(out, outputs.video), out, ffmpegPath, signal, onProgress });
  }

  async #poster(scenes: Scene[]): Promise<void> {
    this.#progress.at('thumbnail', 0);
    const { ffmpegPath, signal } = this.options;
    const { out } = this.folder;
    await makePoster({
      video: join(out, outputs.video),
      output: join(out, outputs.poster),
      scenes,
      ffmpegPath,
      signal,
    });
  }

  async #finish(speeches: Speech[], captions: Record<string, string>, notices: string[]): Promise<ProcessResult> {
    const result: ProcessResult = {
      version: 1,
      startedAt: new Date(this.span.startedAt).toISOString(),
      durationSeconds: this.span.durationMs / 1000,
      cues: cuesOf(speeches),
      captionsLanguages: Object.keys(captions),
      notice: notices.length > 0 ? notices.join(' ') : null,
      files: {
        video: outputs.video,
        poster: outputs.poster,
        transcript: outputs.transcript,
        captions,
        renditions: true,
      },
    };
    await this.folder.put(outputs.result, JSON.stringify(result, null, 2));
    this.#progress.at('thumbnail', 1);
    return result;
  }
}
