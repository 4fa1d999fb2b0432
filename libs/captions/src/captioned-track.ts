import type { ProducerInfo } from '@lectern/contracts';
import { newId } from '@lectern/kernel';
import type { LiveRoom } from '@lectern/live';
import type { Tap } from '@lectern/sfu';
import type { CaptionClient } from './process/caption-client';

/** One microphone on its way to the caption process: tap → port. `close` is idempotent. */
export class CaptionedTrack {
  readonly trackId = newId();
  private tap?: Tap;
  private closed = false;

  private constructor(
    readonly info: ProducerInfo,
    readonly speaker: string,
    readonly language: string,
    private readonly client: CaptionClient,
  ) {}

  /** @throws when there is no model for the language, or the producer has gone meanwhile; nothing is left open then */
  static async open(
    info: ProducerInfo,
    language: string,
    room: LiveRoom,
    client: CaptionClient,
  ): Promise<CaptionedTrack> {
    const speaker = room.connection(info.peerId)?.attendance.displayName ?? '';
    const track = new CaptionedTrack(info, speaker, language, client);
    const port = await client.open(track.trackId, language);
    try {
      track.tap = await room.mediaRoom.tap(info.producerId, { ip: '127.0.0.1', port });
      await track.tap.resume();
      return track;
    } catch (error) {
      track.close();
      throw error;
    }
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.tap?.close();
    this.client.closeTrack(this.trackId);
  }
}
