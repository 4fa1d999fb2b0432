import { Cursor, PartnerSlug } from '@lectern/contracts';
import { ReadsOnly } from '@lectern/http';
import { parse } from '@lectern/kernel';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { FeedService } from './feed.service';
import { OaiService } from './oai.service';

const XML = 'text/xml; charset=utf-8';
const HOUR = 'public, max-age=3600';
const AtomQuery = z.object({ before: Cursor.optional() });
const Part = z.coerce.number().int().min(1).max(100_000);

/** Addresses that are fixed by other people's programs: harvesters, feed readers, search engines. */
@Controller()
export class HarvestController {
  constructor(
    private readonly oai: OaiService,
    private readonly feeds: FeedService,
  ) {}

  @Get('/oai')
  @Header('Content-Type', XML)
  get(@Query() values: Record<string, unknown>): Promise<string> {
    return this.oai.answer(values);
  }

  /** The protocol wants POST too, with the arguments as a form. */
  @Post('/oai')
  @HttpCode(200)
  @ReadsOnly()
  @Header('Content-Type', XML)
  post(@Body() values: Record<string, unknown> | undefined): Promise<string> {
    return this.oai.answer(values ?? {});
  }

  @Get('/library/atom.xml')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  atom(@Query() query: unknown): Promise<string> {
    return this.feeds.atom(parse(AtomQuery, query).before);
  }

  @Get('/library/partners/:slug/atom.xml')
  @Header('Content-Type', 'application/atom+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  partnerAtom(@Param('slug') slug: string, @Query() query: unknown): Promise<string> {
    return this.feeds.atom(parse(AtomQuery, query).before, parse(PartnerSlug, slug));
  }

  @Get('/sitemap.xml')
  @Header('Content-Type', XML)
  @Header('Cache-Control', HOUR)
  sitemapIndex(): Promise<string> {
    return this.feeds.sitemapIndex();
  }

  @Get('/sitemap-:part.xml')
  @Header('Content-Type', XML)
  @Header('Cache-Control', HOUR)
  sitemap(@Param('part') part: string): Promise<string> {
    return this.feeds.sitemap(parse(Part, part));
  }

  @Get('/robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', HOUR)
  robots(): string {
    return this.feeds.robots();
  }
}
