import { Health, Metrics } from '@lectern/observability';
import { CONFIG, type Config } from '@lectern/config';
import { forbidden } from '@lectern/kernel';
import { Controller, Get, HttpCode, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';

/** For load balancers and Prometheus. */
@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/health/live')
  @HttpCode(200)
  live(): { live: true } {
    return { live: true };
  }

  @Get('/health/ready')
  async ready(@Res() response: Response): Promise<void> {
    const report = await this.health.report();
    response.status(report.ready ? 200 : 503).json(report);
  }

  @Get('/metrics')
  async text(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!mayReadMetrics(request, this.config.metricsToken)) throw forbidden('These figures are for the operator.');
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** By token where one is set, else from this machine itself and not through a proxy. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (!token) return loopback.test(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for'];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`));
}
