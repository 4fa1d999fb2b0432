import type { ProducerInfo } from '@lectern/contracts';
import type { Reception } from './reception';
import { RemoteTrack, type RemoteTrackPorts } from './remote-track';

/** Receives what is wanted now; the rest is held back, or never asked for. */
export class Receiver {
  private readonly tracks = new Map<string, RemoteTrack>();

  constructor(private readonly ports: RemoteTrackPorts) {}

  align(producers: readonly ProducerInfo[], reception: Reception): void {
    const ids = new Set(producers.map((producer) => producer.producerId));
    for (const [id, track] of this.tracks) if (!ids.has(id)) this.forget(id, track);
    for (const info of producers) this.alignOne(info, reception.get(info.producerId));
  }

  nudge(): void {
    for (const track of this.tracks.values()) track.nudge();
  }

  onConsumerClosed(consumerId: string): void {
    this.ports.offers?.drop(consumerId);
    for (const track of this.tracks.values()) if (track.consumerId === consumerId) track.onConsumerClosed();
  }

  close(): void {
    for (const [id, track] of this.tracks) this.forget(id, track);
  }

  private alignOne(info: ProducerInfo, layer: number | null | undefined): void {
    const known = this.tracks.get(info.producerId);
    if (layer === undefined) known?.want(false, null);
    else (known ?? this.add(info)).want(true, layer);
  }

  private add(info: ProducerInfo): RemoteTrack {
    const track = new RemoteTrack(info, this.ports);
    this.tracks.set(info.producerId, track);
    return track;
  }

  private forget(id: string, track: RemoteTrack): void {
    this.tracks.delete(id);
    track.close();
  }
}
