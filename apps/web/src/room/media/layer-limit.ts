import type { Layering, LimitedProducer } from './layering';
import { serial } from './serial';

const ALL_LAYERS = 4;
const RETRY_MS = 500;

/**
 * Which layers of one video are sent. Each change is a negotiation that takes its time; meanwhile the wish may change
 * again, and the library forgets a wish that equals the one before the change under way. So changes go one by one, and
 * each is looked at afterwards.
 */
export class LayerLimit {
  private wanted = ALL_LAYERS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly align = serial(() => this.bringInLine());

  constructor(
    private readonly producer: LimitedProducer,
    private readonly layering: Layering,
  ) {}

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
    // A change that failed is seen below, and tried again.
    await this.layering.change(this.producer, this.wanted).catch(() => undefined);
    if (!this.producer.closed && !this.isSo()) this.timer = setTimeout(this.align, RETRY_MS);
  }

  private isSo(): boolean {
    return this.layering.isSo(this.producer.rtpSender?.getParameters().encodings ?? [], this.wanted);
  }
}
