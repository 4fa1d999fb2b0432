import type { ProducerInfo } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import type { LiveRoom } from '@lectern/live';
import type { Tap } from '@lectern/sfu';
import type { CaptureClient } from '../capture/capture-client';
import type { TimelineWriter } from '../timeline/timeline-writer';

interface Target {
  dir: string;
  room: LiveRoom;
  capture: CaptureClient;
  timeline: TimelineWriter;
}

/** One producer on its way into one file: tap → port of the capture process. `close` is idempotent. */
export class TrackRecorder {
  readonly trackId = newId();
  private tap?: Tap;
  private closing?: Promise<void>;

  private constructor(
    readonly info: ProducerInfo,
    private readonly target: Target,
  ) {}

  /** @throws when the producer has gone meanwhile or the file cannot be written; nothing is left open then */
  static async open(info: ProducerInfo, displayName: string, target: Target): Promise<TrackRecorder> {
    const track = new TrackRecorder(info, target);
    const { producerId, participantId, source, kind, language } = info;
    const description = { trackId: track.trackId, producerId, participantId, displayName, source };
    const { port, startedAt } = await target.capture.open(target.dir, { ...description, kind, language });
    try {
      await track.connect(port);
      await target.timeline.append({ type: 'track-opened', at: startedAt, ...description });
      if (info.paused) await target.timeline.append({ type: 'track-paused', trackId: track.trackId });
      return track;
    } catch (error) {
      // It was hardly opened; why it was not is what counts.
      await track.close().catch(() => undefined);
      throw error;
    }
  }

  private async connect(port: number): Promise<void> {
    const tap = await this.target.room.mediaRoom.tap(this.info.producerId, { ip: '127.0.0.1', port });
    this.tap = tap;
    const { mimeType, payloadType, clockRate, channels, ssrc } = tap.rtpParameters;
    await this.target.capture.describe(this.trackId, { mimeType, payloadType, clockRate, channels, ssrc });
    await tap.resume();
  }

  /** Nothing more is captured until it is let go on: the recording is paused. The file stays open. */
  async hold(): Promise<void> {
    await this.tap?.pause();
  }

  /** Begins with a key frame. */
  async goOn(): Promise<void> {
    await this.tap?.resume();
  }

  async setPaused(paused: boolean): Promise<void> {
    await this.target.timeline.append({ type: paused ? 'track-paused' : 'track-resumed', trackId: this.trackId });
  }

  /** The capture process has died with this file: what was written stays. */
  async lost(reason: string): Promise<void> {
    this.closing ??= Promise.resolve();
    this.tap?.close();
    await this.target.timeline.append({ type: 'track-lost', trackId: this.trackId, reason });
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    this.tap?.close();
    await this.target.capture.closeTrack(this.trackId);
    await this.target.timeline.append({ type: 'track-closed', trackId: this.trackId });
  }
}
