import type { Consumer } from 'mediasoup/types';

/** Somebody who stops watching often comes back at once, say while the page is laid out anew. */
const PATIENCE_MS = 2_000;
/** Above every layer that can be sent: for consumers of which no highest layer is known, such as the recorder's. */
const ALL_LAYERS = 4;

interface Entry {
  watchers: Set<Consumer>;
  /** What was told last; at first senders send everything. */
  told: number | null;
  timer?: NodeJS.Timeout;
}

/**
 * Counts which layers of each video producer anybody watches, so that its sender can spare the others. More is told at
 * once, less only after it has stayed so for two seconds.
 */
export class LayerDemand {
  private readonly entries = new Map<string, Entry>();

  /** @param wanted the highest layer that anybody watches, or null for nobody */
  constructor(private readonly wanted: (producerId: string, spatialLayer: number | null) => void) {}

  /** A video producer was opened: from now on its watchers count. */
  open(producerId: string): void {
    this.entries.set(producerId, { watchers: new Set(), told: ALL_LAYERS });
    this.review(producerId);
  }

  end(producerId: string): void {
    clearTimeout(this.entries.get(producerId)?.timer);
    this.entries.delete(producerId);
  }

  /** Counts a consumer while it flows, until it closes. */
  watch(consumer: Consumer): void {
    const { producerId } = consumer;
    const entry = this.entries.get(producerId);
    if (!entry || consumer.closed) return;
    entry.watchers.add(consumer);
    consumer.observer.on('pause', () => this.review(producerId));
    consumer.observer.on('resume', () => this.review(producerId));
    consumer.observer.once('close', () => {
      entry.watchers.delete(consumer);
      this.review(producerId);
    });
    this.review(producerId);
  }

  /** Somebody flows, stops, or wants other layers. */
  review(producerId: string): void {
    const entry = this.entries.get(producerId);
    if (!entry) return;
    clearTimeout(entry.timer);
    entry.timer = undefined;
    const layer = highest(entry.watchers);
    if (layer === entry.told) return;
    if ((layer ?? -1) > (entry.told ?? -1)) return this.tell(producerId, entry, layer);
    entry.timer = setTimeout(() => this.tell(producerId, entry, highest(entry.watchers)), PATIENCE_MS);
    entry.timer.unref();
  }

  close(): void {
    for (const producerId of this.entries.keys()) this.end(producerId);
  }

  private tell(producerId: string, entry: Entry, layer: number | null): void {
    entry.told = layer;
    this.wanted(producerId, layer);
  }
}

function highest(watchers: ReadonlySet<Consumer>): number | null {
  const layers = [...watchers]
    .filter(({ paused }) => !paused)
    .map(({ preferredLayers }) => preferredLayers?.spatialLayer ?? ALL_LAYERS);
  return layers.length > 0 ? Math.max(...layers) : null;
}
