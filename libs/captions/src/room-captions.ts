import type { Caption, ProducerInfo } from '@lectern/contracts';
import type { LiveRoom } from '@lectern/live';
import type { Logger } from '@lectern/observability';
import { Coalescer } from '@lectern/realtime';
import { lastWords } from './caption-text';
import { CaptionedTrack } from './captioned-track';
import type { Told } from './process/caption-child';
import type { CaptionClient } from './process/caption-client';

interface Options {
  room: LiveRoom;
  /** In which the people of this event are understood who do not say otherwise. */
  language: string;
  client: CaptionClient;
  logger: Logger;
  onCaptions: (captions: Caption[]) => void;
  onMissed: () => void;
}

/** Captions change with every word; people read four changes a second well enough. */
const EVERY_MS = 250;
/** More than the stage holds: a bound, not a choice. */
const MOST_TRACKS = 32;
const MOST_AT_ONCE = 16;
const MISSED_EVERY_MS = 5_000;
/** After its death the process is given a moment: what killed it may do so again. */
const AGAIN_MS = 2_000;

const isVoice = ({ source }: ProducerInfo): boolean => source === 'microphone' || source === 'interpretation';

/**
 * The captions of one room, for as long as somebody wants them: every microphone is tapped,
 * those of interpreters too.
 * Closing cascade: room listeners → tracks (tap, then its place in the process) → what waits to be told.
 */
export class RoomCaptions {
  private readonly tracks = new Map<string, Promise<CaptionedTrack | null>>();
  private readonly byTrackId = new Map<string, CaptionedTrack>();
  private readonly changed = new Coalescer<Caption>(EVERY_MS, (changes) =>
    this.options.onCaptions([...changes.values()].slice(-MOST_AT_ONCE)),
  );

  private readonly onOpened = (info: ProducerInfo): void => void this.open(info);
  private readonly onClosed = (info: ProducerInfo): void => void this.closeTrack(info.producerId);
  private readonly onTold = (told: Told): void => this.tell(told);
  private readonly onLost = (): void => this.reopen();
  private missedAt = -Infinity;
  private timer?: NodeJS.Timeout;
  private closed = false;

  constructor(private readonly options: Options) {
    const { room, client } = options;
    room.on('producer-opened', this.onOpened).on('producer-closed', this.onClosed);
    client.on('told', this.onTold).on('lost', this.onLost);
    for (const info of room.producers) void this.open(info);
  }

  /** Safe to call again. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    const { room, client } = this.options;
    room.off('producer-opened', this.onOpened).off('producer-closed', this.onClosed);
    client.off('told', this.onTold).off('lost', this.onLost);
    for (const producerId of [...this.tracks.keys()]) void this.closeTrack(producerId);
    this.changed.close();
  }

  private async open(info: ProducerInfo): Promise<void> {
    if (this.closed || !isVoice(info) || this.tracks.has(info.producerId)) return;
    if (this.tracks.size >= MOST_TRACKS) return;
    const { room, language, client, logger } = this.options;
    const opening = CaptionedTrack.open(info, info.language ?? language, room, client).catch((error: unknown) => {
      logger.warn({ err: error, webinarId: room.webinarId }, 'a microphone has no captions');
      return null;
    });
    this.tracks.set(info.producerId, opening);
    const track = await opening;
    if (track) this.byTrackId.set(track.trackId, track);
  }

  private async closeTrack(producerId: string): Promise<void> {
    const opening = this.tracks.get(producerId);
    this.tracks.delete(producerId);
    const track = await opening;
    if (!track) return;
    track.close();
    this.byTrackId.delete(track.trackId);
  }

  private tell(told: Told): void {
    const track = this.byTrackId.get(told.trackId);
    if (!track) return;
    if (told.type === 'heard') {
      const { participantId, source } = track.info;
      const interpreted = source === 'interpretation';
      const id = `${told.trackId}:${told.utterance}`;
      const { speaker, language } = track;
      const { text, final } = told;
      const about = { id, participantId, speaker, language, interpreted };
      this.changed.set(id, { ...about, text: lastWords(text), final });
      return;
    }
    if (told.type === 'failed')
      this.options.logger.warn({ reason: told.reason, webinarId: this.options.room.webinarId }, 'captions failed');
    this.missed();
  }

  private missed(): void {
    if (performance.now() - this.missedAt < MISSED_EVERY_MS) return;
    this.missedAt = performance.now();
    this.options.onMissed();
  }

  /** The process is gone, and all tracks with it: the same microphones are opened in the next one. */
  private reopen(): void {
    for (const producerId of [...this.tracks.keys()]) void this.closeTrack(producerId);
    this.missed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const info of this.options.room.producers) void this.open(info);
    }, AGAIN_MS).unref();
  }
}
