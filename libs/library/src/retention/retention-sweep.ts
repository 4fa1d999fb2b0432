import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { OldFiles } from '../versions/old-files';
import { Purges } from './purges';
import { RuleKeeper } from './rule-keeper';

const EVERY = 60_000;
/** What one run does at most of each kind, so that it never holds up the rest. */
const AT_ONCE = 50;

/**
 * Keeps the rules, and has removed for good what has been in the trash for long enough, and the files that no version
 * has any more. Any server may do it.
 */
@Injectable()
export class RetentionSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: NodeJS.Timeout;
  private running: Promise<void> | null = null;
  private asked = false;
  private stopped = false;

  constructor(
    private readonly rules: RuleKeeper,
    private readonly purges: Purges,
    private readonly oldFiles: OldFiles,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.start(), EVERY);
    this.start();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** One run at a time; what is asked for during one comes after it. */
  start(): void {
    this.asked = true;
    this.running ??= this.runAsked().finally(() => (this.running = null));
  }

  private async runAsked(): Promise<void> {
    while (this.asked && !this.stopped) {
      this.asked = false;
      try {
        await this.run();
      } catch (error) {
        this.logger.warn({ err: error }, 'the sweep of the library failed; it runs again soon');
      }
    }
  }

  private async run(): Promise<void> {
    await this.rules.run(AT_ONCE);
    await this.purges.run(AT_ONCE);
    await this.oldFiles.run(AT_ONCE);
  }
}
