import { CONFIG, type Config } from '@lectern/config';
import { Id, type OEmbed, type RestInput } from '@lectern/contracts';
import { notFound } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { describeResource } from '../metadata/description';
import { toSchemaOrg } from '../metadata/schema-org';
import { xml } from '../metadata/xml';
import type { ResourceRow } from '../resource.entities';
import { ResourceRepository } from '../resource.repository';
import { jsonLd } from './partner-head.service';

const WIDTH = 640;
const WITHDRAWN = '<title>Withdrawn from the library</title><meta name="robots" content="noindex">';
const POSTER = { thumbnail_width: 1280, thumbnail_height: 720 };

/** How other sites, and what previews links, show a published resource. */
@Injectable()
export class EmbedService {
  private readonly site: string;

  constructor(
    private readonly resources: ResourceRepository,
    @Inject(CONFIG) config: Config,
  ) {
    this.site = config.publicUrl;
  }

  /** @throws DomainError NOT_FOUND when the address is not that of a published resource here */
  async oEmbed({ query }: RestInput<'GET /api/oembed'>): Promise<OEmbed> {
    const { origin, pathname } = new URL(query.url);
    const id = Id.safeParse(/^\/(?:library|embed)\/([^/]+)$/.exec(pathname)?.[1]);
    const row = origin === new URL(this.site).origin && id.success ? await this.published(id.data) : null;
    if (row?.kind !== 'recording') throw notFound('A published recording of this address');
    const { posterUrl } = describeResource(row, this.site);
    const width = Math.round(Math.min(query.maxwidth ?? WIDTH, ((query.maxheight ?? Infinity) * 16) / 9));
    const height = Math.round((width * 9) / 16);
    const html = xml`<iframe src="${this.site}/embed/${row.id}" width="${width}" height="${height}" title="${row.title}" allow="fullscreen; picture-in-picture" allowfullscreen loading="lazy" style="border:0"></iframe>`;
    return {
      version: '1.0',
      type: 'video',
      title: row.title,
      ...(row.authors.length > 0 ? { author_name: row.authors.join(', ') } : {}),
      provider_name: 'Lectern',
      provider_url: this.site,
      ...(posterUrl ? { thumbnail_url: posterUrl, ...POSTER } : {}),
      html: String(html),
      width,
      height,
    };
  }

  /** Its page for programs that run no script: the status, and what stands in the head; empty when nothing is said. */
  async page(resourceId: string): Promise<{ status: 200 | 410; head: string }> {
    const row = Id.safeParse(resourceId).success ? await this.resources.find(resourceId) : null;
    if (row?.status === 'withdrawn') return { status: 410, head: WITHDRAWN };
    return { status: 200, head: row?.status === 'published' ? this.head(row) : '' };
  }

  private head(row: ResourceRow): string {
    const { url, posterUrl, licence } = describeResource(row, this.site);
    const summary = (row.description || row.title).slice(0, 300);
    const properties = {
      title: row.title,
      description: summary,
      type: row.kind === 'recording' ? 'video.other' : 'article',
      url,
      image: posterUrl,
    };
    const embed = `${this.site}/api/oembed?url=${encodeURIComponent(url)}`;
    const tags = xml`<title>${row.title}</title>
<meta name="description" content="${summary}">
<link rel="canonical" href="${url}">
<link rel="license" href="${licence.url}">
${
  row.kind === 'recording'
    ? xml`<link rel="alternate" type="application/json+oembed" href="${embed}">
`
    : null
}${Object.entries(properties).map(([name, value]) => value && xml`<meta property="og:${name}" content="${value}">\n`)}`;
    return `${String(tags)}${jsonLd(toSchemaOrg(describeResource(row, this.site)))}`;
  }

  private async published(id: string): Promise<ResourceRow | null> {
    const row = await this.resources.find(id);
    return row?.status === 'published' ? row : null;
  }
}
