import type { Producer } from 'mediasoup-client/types';
import { serial } from './serial';

const ALL_LAYERS = 4;
const RETRY_MS = 500;

/** As much of a producer as the limit touches. */
type Limited = Pick<Producer, 'closed' | 'kind' | 'maxSpatialLayer' | 'setMaxSpatialLayer' | 'rtpSender'>;

/**
 * Which layers of one video are sent. Each change is a negotiation that takes its time; meanwhile the wish may change
 * again, and the library forgets a wish that equals the one before the change under way. So changes go one by one, and
 * each is looked at afterwards.
 */
export class LayerLimit {
  private wanted = ALL_LAYERS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly align = serial(() => this.bringInLine());

  constructor(private readonly producer: Limited) {}

  /** @param spatialLayer the highest that anybody watches; null for nobody: then nothing is sent, and the track stays live */
  set(spatialLayer: number | null): void {
    this.wanted = spatialLayer ?? -1;
    this.align();
  }

  /** Everything may be watched. */
  lift(): void {
    this.set(ALL_LAYERS);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async bringInLine(): Promise<void> {
    clearTimeout(this.timer);
    if (this.producer.closed || this.producer.kind !== 'video' || this.isSo()) return;
    await this.change();
    if (!this.producer.closed && !this.isSo()) this.timer = setTimeout(this.align, RETRY_MS);
  }

  private async change(): Promise<void> {
    const { wanted, producer } = this;
    // The library leaves out what it believes to be so already; a change that failed counts as done there.
    if (producer.maxSpatialLayer === wanted) await producer.setMaxSpatialLayer(wanted + 1);
    if (!producer.closed) await producer.setMaxSpatialLayer(wanted);
  }

  private isSo(): boolean {
    const encodings = this.producer.rtpSender?.getParameters().encodings ?? [];
    return encodings.every(({ active }, layer) => (active ?? true) === layer <= this.wanted);
  }
}
