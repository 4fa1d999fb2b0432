import type { RestResponse } from '@lectern/contracts';
import { Route } from '@lectern/http';
import { WorkerPool } from '@lectern/sfu';
import { Controller } from '@nestjs/common';

@Controller()
export class MediaController {
  constructor(private readonly pool: WorkerPool) {}

  @Route('GET /api/media/capabilities')
  capabilities(): RestResponse<'GET /api/media/capabilities'> {
    return { rtpCapabilities: this.pool.rtpCapabilities };
  }
}
