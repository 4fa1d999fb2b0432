import type { ProducerInfo, RecordingChoices, RecordingStopCause } from '@lectern/contracts';
import type { LiveRoom, LiveRoomEvents } from '@lectern/live';
import type { Logger } from '@lectern/observability';
import type { CaptureClient } from '../capture/capture-client';
import type { TrackFailure } from '../capture/capture-messages';
import { TimelineWriter } from '../timeline/timeline-writer';
import type { Admits } from '../terms/admission';
import type { NewTimelineEvent } from '../timeline/timeline-event';
import { listen, notePeople } from './people-notes';
import { TrackRecorder } from './track-recorder';

interface Options {
  recordingId: string;
  title: string;
  dir: string;
  room: LiveRoom;
  capture: CaptureClient;
  logger: Logger;
  /** Whose tracks are captured. */
  admits: Admits;
  choices: RecordingChoices;
  /** It begins paused: it goes on after its server has died in a pause. */
  paused: boolean;
  /** Told when nothing can be written any more. */
  onFailure: (cause: RecordingStopCause, reason: string) => void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;

/**
 * Records one room: every producer on a track of its own, and what happens in a timeline.
 * A track that cannot be opened is tried again for as long as its source sends.
 * Closing cascade: room listeners → tries to come → tracks (tap, then file) → timeline.
 */
export class RoomRecorder {
  private readonly tracks = new Map<string, Promise<TrackRecorder | null>>();
  private readonly unsubscribe: (() => void)[] = [];
  private readonly retries = new Set<NodeJS.Timeout>();
  private closing?: Promise<void>;
  private paused = false;
  private turning: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: Options,
    private readonly timeline: TimelineWriter,
  ) {}

  static async start(options: Options): Promise<RoomRecorder> {
    const timeline = await TimelineWriter.open(options.dir, options.capture.clock);
    const recorder = new RoomRecorder(options, timeline);
    await timeline.append({ type: 'recording-started', recordingId: options.recordingId, title: options.title });
    // What goes on may have died in a pause, or between a pause and the answer that nobody got.
    await timeline.append({ type: options.paused ? 'recording-paused' : 'recording-resumed' });
    recorder.paused = options.paused;
    recorder.watchRoom();
    recorder.watchCapture();
    await Promise.all(options.room.producers.map((info) => recorder.open(info)));
    return recorder;
  }

  get recordingId(): string {
    return this.options.recordingId;
  }

  get choices(): RecordingChoices {
    return this.options.choices;
  }

  private watchRoom(): void {
    // A file is there before the first packet.
    this.unsubscribe.push(this.options.room.gate.await((info) => this.open(info)));
    this.on('producer-changed', (info) => void this.withTrack(info, (track) => track.setPaused(info.paused)));
    this.on('producer-closed', (info) => void this.closeTrack(info.producerId));
    this.unsubscribe.push(notePeople(this.options.room, (event) => this.note(event)));
  }

  private on<E extends keyof LiveRoomEvents>(event: E, listener: (...args: LiveRoomEvents[E]) => void): void {
    this.unsubscribe.push(listen(this.options.room, event, listener));
  }

  private watchCapture(): void {
    const { capture } = this.options;
    const onLost = ({ trackIds }: { trackIds: string[] }) => void this.reopen(new Set(trackIds));
    const onFailed = (failure: TrackFailure) => void this.fail(failure);
    capture.on('lost', onLost).on('track-failed', onFailed);
    this.unsubscribe.push(() => capture.off('lost', onLost).off('track-failed', onFailed));
  }

  /** Writes an event down; that it could not be written is logged, and the tracks go on. */
  note(event: NewTimelineEvent): void {
    this.timeline.append(event).catch((error: unknown) => this.warn(error, 'a timeline event was not written'));
  }

  private async open(info: ProducerInfo, retryMs = FIRST_RETRY_MS): Promise<void> {
    if (this.closing || this.paused || this.tracks.has(info.producerId)) return;
    const opening = this.openAdmitted(info).catch((error: unknown) => {
      this.warn(error, 'a track is not recorded yet');
      this.openLater(info.producerId, retryMs);
      return null;
    });
    this.tracks.set(info.producerId, opening);
    const track = await opening;
    if (!track && this.tracks.get(info.producerId) === opening) this.tracks.delete(info.producerId);
    // It was paused while this track was opened.
    if (track && this.paused) await this.attempt(track.hold());
  }

  /** @returns null for what is not to be captured */
  private async openAdmitted(info: ProducerInfo): Promise<TrackRecorder | null> {
    if (!(await this.options.admits(info))) return null;
    const { dir, room, capture } = this.options;
    const displayName = room.connection(info.peerId)?.attendance.displayName ?? '';
    return TrackRecorder.open(info, displayName, { dir, room, capture, timeline: this.timeline });
  }

  /** Somebody has agreed, or wants to be left out: from here on what is captured follows. */
  review(): Promise<void> {
    return this.turn(async () => {
      for (const info of this.options.room.producers) {
        const open = await this.tracks.get(info.producerId);
        const wanted = await this.options.admits(info);
        if (open && !wanted) await this.closeTrack(info.producerId);
        if (!open && wanted) await this.open(info);
      }
    });
  }

  /**
   * Nothing is captured from here on. When it resolves, that is on the disk: whatever happens next, the result has
   * nothing of the time up to {@link resume}. Idempotent.
   */
  pause(): Promise<void> {
    return this.turn(async () => {
      if (this.paused) return;
      this.paused = true;
      const held = this.openTracks().then((tracks) => tracks.map((track) => this.attempt(track.hold())));
      await this.timeline.append({ type: 'recording-paused' });
      await Promise.all(await held);
    });
  }

  /** Goes on, with those who have come meanwhile. Idempotent. */
  resume(): Promise<void> {
    return this.turn(async () => {
      if (!this.paused) return;
      await this.timeline.append({ type: 'recording-resumed' });
      this.paused = false;
      for (const track of await this.openTracks()) await this.attempt(track.goOn());
      await Promise.all(this.options.room.producers.map((info) => this.open(info)));
    });
  }

  /** Pausing and going on, one after the other, however fast somebody clicks. */
  private turn(step: () => Promise<void>): Promise<void> {
    const done = this.turning.then(step);
    this.turning = done.catch(() => undefined);
    return done;
  }

  private async openTracks(): Promise<TrackRecorder[]> {
    const tracks = await Promise.all(this.tracks.values());
    return tracks.filter((track) => track !== null);
  }

  /** A tap may have gone with its producer or its worker; then a new one comes. */
  private attempt(step: Promise<void>): Promise<void> {
    return step.catch((error: unknown) => this.warn(error, 'a track did not follow the pause'));
  }

  private openLater(producerId: string, inMs: number): void {
    if (this.closing) return;
    const timer = setTimeout(() => {
      this.retries.delete(timer);
      void this.openAgain(producerId, Math.min(2 * inMs, LONGEST_RETRY_MS));
    }, inMs);
    this.retries.add(timer);
  }

  private async openAgain(producerId: string, retryMs?: number): Promise<void> {
    const now = this.options.room.producers.find((info) => info.producerId === producerId);
    if (now) await this.open(now, retryMs);
  }

  private async withTrack(info: ProducerInfo, run: (track: TrackRecorder) => Promise<void>): Promise<void> {
    const track = await this.tracks.get(info.producerId);
    if (track) await run(track).catch((error: unknown) => this.warn(error, 'a track event was not written'));
  }

  private async closeTrack(producerId: string): Promise<void> {
    const opening = this.tracks.get(producerId);
    this.tracks.delete(producerId);
    const track = await opening;
    await track?.close().catch((error: unknown) => this.warn(error, 'a track was not closed well'));
  }

  private async closeTracks(): Promise<void> {
    await Promise.all([...this.tracks.keys()].map((producerId) => this.closeTrack(producerId)));
  }

  /** The capture process died and stands again: the same producers go into new files. */
  private async reopen(trackIds: Set<string>): Promise<void> {
    await Promise.all(
      [...this.tracks.values()].map(async (opening) => {
        const track = await opening;
        if (track && trackIds.has(track.trackId)) await this.replace(track, 'The capture process ended.');
      }),
    );
  }

  private async replace(track: TrackRecorder, reason: string): Promise<void> {
    const { producerId } = track.info;
    this.tracks.delete(producerId);
    const noted = track.lost(reason).catch((error: unknown) => this.warn(error, 'a lost track was not noted'));
    await Promise.all([noted, this.openAgain(producerId)]);
  }

  private async fail({ trackId, fault, reason }: TrackFailure): Promise<void> {
    const tracks = await Promise.all(this.tracks.values());
    const track = tracks.find((candidate) => candidate?.trackId === trackId);
    if (!track) return;
    if (fault === 'track') return this.replace(track, reason);
    this.tracks.delete(track.info.producerId);
    await track.lost(reason).catch((error: unknown) => this.warn(error, 'a lost track was not noted'));
    this.options.onFailure(fault, reason);
  }

  /** Resolves when every packet received is on the disk. */
  close(reason: string): Promise<void> {
    this.closing ??= this.end(reason);
    return this.closing;
  }

  private async end(reason: string): Promise<void> {
    for (const off of this.unsubscribe.splice(0)) off();
    for (const retry of this.retries) clearTimeout(retry);
    await this.closeTracks();
    try {
      await this.timeline.append({ type: 'recording-stopped', reason });
    } catch (error) {
      this.warn(error, 'the end was not written into the timeline');
    }
    await this.timeline.close();
  }

  private warn(error: unknown, message: string): void {
    this.options.logger.warn({ err: error, recordingId: this.recordingId }, message);
  }
}
