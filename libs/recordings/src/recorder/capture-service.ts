import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CaptureClient } from '../capture/capture-client';
import { Admission } from '../terms/admission';

/** The capture process, started with the first recording; and who says what it may capture. */
@Injectable()
export class CaptureService implements OnApplicationShutdown {
  private starting?: Promise<CaptureClient>;

  constructor(readonly admission: Admission) {}

  client(): Promise<CaptureClient> {
    this.starting ??= CaptureClient.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  async onApplicationShutdown(): Promise<void> {
    const client = await this.starting?.catch(() => undefined);
    await client?.close();
  }
}
