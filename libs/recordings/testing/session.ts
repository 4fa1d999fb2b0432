import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureClient } from '../src/capture/capture-client';
import { FILE_HEADER_BYTES } from '../src/capture/rtpdump';
import { trackPaths } from '../src/capture/track-file';
import { TrackInfo, type NewTrack } from '../src/capture/track-info';
import { TimelineWriter } from '../src/timeline/timeline-writer';
import { startCapture } from './capture';
import { openTrack, send, type Encoding } from './send';

/** A recording that runs: people send in real time, and the timeline is kept as the server would. */
export class Session {
  private constructor(
    readonly dir: string,
    readonly capture: CaptureClient,
    readonly timeline: TimelineWriter,
    readonly startedAt: number,
  ) {}

  static async start(): Promise<Session> {
    const dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    const capture = await startCapture();
    const timeline = await TimelineWriter.open(dir, capture.clock);
    const startedAt = capture.clock.now();
    await timeline.append({ type: 'recording-started', recordingId: 'r', at: startedAt });
    return new Session(dir, capture, timeline, startedAt);
  }

  async open(track: NewTrack, encoding: Encoding): Promise<number> {
    const { port } = await openTrack(this.capture, this.dir, track, encoding);
    const { trackId, producerId, participantId, displayName, source } = track;
    await this.timeline.append({ type: 'track-opened', trackId, producerId, participantId, displayName, source });
    return port;
  }

  async closeTrack({ trackId }: NewTrack): Promise<void> {
    await this.capture.closeTrack(trackId);
    await this.timeline.append({ type: 'track-closed', trackId });
  }

  async share(track: NewTrack, encoding: Encoding, input: string[]): Promise<void> {
    await send(input, encoding, await this.open(track, encoding));
    await this.closeTrack(track);
  }

  /** Sends a file made by `encoded`. */
  async play(track: NewTrack, encoding: Encoding, file: string): Promise<void> {
    await send(['-i', file], encoding, await this.open(track, encoding), ['-c', 'copy']);
    await this.closeTrack(track);
  }

  async stop(): Promise<number> {
    const at = this.capture.clock.now();
    await this.timeline.append({ type: 'recording-stopped', at });
    await this.close();
    return (at - this.startedAt) / 1000;
  }

  async close(): Promise<void> {
    await this.timeline.close();
    await this.capture.close();
  }
}

/** When a track's first packet came: seconds from the recording's start. */
export async function firstPacketAt({ dir, startedAt }: Session, { trackId }: NewTrack): Promise<number> {
  const paths = trackPaths(dir, trackId);
  const info = TrackInfo.parse(JSON.parse(await readFile(paths.info, 'utf8')));
  const dump = await readFile(paths.dump);
  const offset = dump.readUInt32BE(dump.indexOf(0x0a) + 1 + FILE_HEADER_BYTES + 4);
  return (info.startedAt + offset - startedAt) / 1000;
}

/** Resolves when a track's file has grown to so many bytes. */
export async function captured({ dir }: Session, { trackId }: NewTrack, bytes: number): Promise<void> {
  const size = async () => (await stat(trackPaths(dir, trackId).dump)).size;
  while ((await size()) < bytes) await new Promise((resolve) => setTimeout(resolve, 50));
}
