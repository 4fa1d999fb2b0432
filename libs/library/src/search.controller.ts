import { CONFIG, type Config } from '@lectern/config';
import type { RestInput, RestResponse } from '@lectern/contracts';
import { Input, Route } from '@lectern/http';
import { RateLimiter } from '@lectern/kernel';
import { Controller, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { SearchIndex } from './search-index';

/** Typing sends several searches at once. */
const BURST_SECONDS = 5;

@Controller()
export class SearchController {
  private readonly limiter = new RateLimiter();

  constructor(
    private readonly index: SearchIndex,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Anyone may search, and counting the most common words costs some 20 ms: so no address may send without end. */
  @Route('GET /api/search')
  search(
    @Input() input: RestInput<'GET /api/search'>,
    @Req() request: Request,
  ): Promise<RestResponse<'GET /api/search'>> {
    this.limiter.take(request.ip ?? '', { count: this.config.searchRate * BURST_SECONDS, seconds: BURST_SECONDS });
    return this.index.search(input);
  }
}
