import type { VideoCodec } from '@lectern/contracts';
import type { Device, Producer } from 'mediasoup-client/types';
import { CallError } from '../session/call-error';
import type { Call } from '../session/connection';
import type { LocalMedia, LocalSource, LocalTrack } from './local-media';
import { LayerLimit } from './layer-limit';
import { sendingOf } from './profiles';
import { serial } from './serial';
import type { TransportLink } from './transport-link';
import type { Voice } from './voice';

const sources: readonly LocalSource[] = ['microphone', 'camera', 'screen-audio', 'screen'];
const RETRY_MS = 2000;

interface Sent {
  producer: Producer;
  limit: LayerLimit;
  codec: VideoCodec | null;
  /** As what the server was told to take a microphone; null for all else. */
  voice: Voice | null;
  /** What the server was last told, and acknowledged. */
  paused: boolean;
}

export interface SenderPorts {
  device: Promise<Device>;
  openLink(): Promise<TransportLink>;
  /** In which codec the room wants cameras now. */
  videoCodec(): VideoCodec;
  /** As what the microphone is sent; null: not at all. */
  voice(): Voice | null;
}

/** Keeps what is sent in line with what the person's devices give. A new one re-sends all of it after a rebuild. */
export class Sender {
  readonly align: () => void;
  private readonly sent = new Map<LocalSource, Sent>();
  private link: TransportLink | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly local: LocalMedia,
    private readonly call: Call,
    private readonly ports: SenderPorts,
  ) {
    this.align = serial(() => this.alignAll());
    this.unsubscribe = local.store.subscribe(this.align);
  }

  /** The server closed one of ours, say because a moderator muted us. */
  onClosed(producerId: string): void {
    for (const [source, { producer }] of this.sent) {
      if (producer.id !== producerId) continue;
      this.forget(source);
      producer.close();
      this.local.drop(source);
    }
  }

  /** Nobody watches the layers above this one, or the video at all (null): they are not worth their bits. */
  onLayers(producerId: string, spatialLayer: number | null): void {
    for (const { producer, limit } of this.sent.values()) if (producer.id === producerId) limit.set(spatialLayer);
  }

  /** What was told while we were away is not known: everything may be watched. */
  unlimit(): void {
    for (const { limit } of this.sent.values()) limit.lift();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.unsubscribe();
    for (const source of this.sent.keys()) this.forget(source);
  }

  private forget(source: LocalSource): void {
    this.sent.get(source)?.limit.close();
    this.sent.delete(source);
  }

  private async alignAll(): Promise<void> {
    clearTimeout(this.timer);
    for (const source of sources) {
      if (this.closed) return;
      await this.alignOne(source).catch((error: unknown) => this.onFailed(source, CallError.of(error)));
    }
  }

  private async alignOne(source: LocalSource): Promise<void> {
    const local = this.local.store.get()[source];
    const sent = this.sent.get(source);
    if (!sent) return this.begin(source, local);
    if (!local.track && source.startsWith('screen')) return this.end(source, sent);
    if (this.isOutdated(source, sent)) {
      await this.end(source, sent);
      return this.begin(source, local);
    }
    if (sent.producer.track !== local.track) await sent.producer.replaceTrack({ track: local.track });
    await this.alignPause(sent, local.status !== 'on');
  }

  private async begin(source: LocalSource, { track, status }: LocalTrack): Promise<void> {
    const voice = this.voiceOf(source);
    if (!track || (source === 'microphone' && !voice)) return;
    this.link ??= await this.ports.openLink();
    const device = await this.ports.device;
    const { profile, layering, codec } = await sendingOf(source, track, device, this.ports.videoCodec());
    if (this.closed) return;
    const paused = status !== 'on';
    const producer = await this.link.transport.produce({
      track,
      stopTracks: false,
      ...profile,
      appData: { source, paused, ...voice },
    });
    if (paused) producer.pause();
    this.sent.set(source, { producer, limit: new LayerLimit(producer, layering), codec, voice, paused });
    // The state may have changed while it was under way.
    this.align();
  }

  private voiceOf(source: LocalSource): Voice | null {
    return source === 'microphone' ? this.ports.voice() : null;
  }

  /** All can send VP8, so that is what a room goes back to. Another language is another track of the recording. */
  private isOutdated(source: LocalSource, { codec, voice }: Sent): boolean {
    const now = this.voiceOf(source);
    if (voice?.source !== now?.source || voice?.language !== now?.language) return true;
    return codec !== null && codec !== 'vp8' && codec !== this.ports.videoCodec();
  }

  private async end(source: LocalSource, { producer }: Sent): Promise<void> {
    this.forget(source);
    producer.close();
    await this.call('producer:close', { producerId: producer.id });
  }

  private async alignPause(sent: Sent, paused: boolean): Promise<void> {
    if (paused) sent.producer.pause();
    else sent.producer.resume();
    if (sent.paused === paused) return;
    await this.call(paused ? 'producer:pause' : 'producer:resume', { producerId: sent.producer.id });
    sent.paused = paused;
  }

  private onFailed(source: LocalSource, error: CallError): void {
    // Coming back aligns again.
    if (error.code === 'OFFLINE' || this.closed) return;
    if (error.code === 'FORBIDDEN') return this.local.drop(source, 'refused');
    if (error.code === 'NOT_FOUND') this.forget(source);
    this.timer = setTimeout(this.align, (error.retryAfter ?? 0) * 1000 || RETRY_MS);
  }
}
