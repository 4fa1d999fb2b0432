import { CONFIG, type Config } from '@lectern/config';
import { cursorAfter, type Cursor } from '@lectern/contracts';
import { Clock, notFound } from '@lectern/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { describeResource, pageUrl, partnerUrl } from '../metadata/description';
import { xml, type Xml, xmlDocument } from '../metadata/xml';
import type { ResourceRow } from '../resource.entities';
import { PartnerRepository } from '../partners/partner.repository';
import { ResourceRepository } from '../resource.repository';
import { HarvestRepository } from './harvest.repository';

const ENTRIES = 50;
const MOST_PARTNERS = 1_000;
/** The protocol allows 50,000 addresses in a file. */
const SITEMAP_PART = 10_000;

/** What readers and search engines follow: an Atom feed (RFC 4287, RFC 5005) and a sitemap (sitemaps.org 0.9). */
@Injectable()
export class FeedService {
  private readonly site: string;

  constructor(
    private readonly resources: ResourceRepository,
    private readonly harvest: HarvestRepository,
    private readonly partners: PartnerRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.site = config.publicUrl;
  }

  /**
   * The newest first, in pages.
   * @param slug of an institution, for what it gave alone
   */
  async atom(before?: Cursor, slug?: string): Promise<string> {
    const partner = slug === undefined ? null : await this.partners.find(slug);
    if (slug !== undefined && !partner) throw notFound('This institution');
    const rows = await this.resources.published({ before, partner: slug, limit: ENTRIES + 1 });
    const shown = rows.slice(0, ENTRIES);
    const last = rows.length > ENTRIES ? shown.at(-1) : undefined;
    const page = partner ? partnerUrl(partner.slug, this.site) : `${this.site}/library`;
    const self = `${page}/atom.xml`;
    const next = last && `${self}?before=${cursorAfter({ at: last.publishedAt!, id: last.id })}`;
    const updated = shown.map((row) => row.updatedAt).toSorted();
    return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${self}</id>
<title>${partner ? `${partner.name}, ` : ''}Lectern library, ${new URL(this.site).host}</title>
<updated>${updated.at(-1) ?? this.clock.instant()}</updated>
<link rel="self" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
${next && xml`<link rel="next" href="${next}"/>\n`}${shown.map((row) => this.entry(row))}</feed>`);
  }

  private entry(row: ResourceRow): Xml {
    const { url, videoUrl, licence } = describeResource(row, this.site);
    const people = row.authors.length > 0 ? row.authors : ['Lectern'];
    return xml`<entry>
<id>urn:uuid:${row.id}</id>
<title>${row.title}</title>
<published>${row.publishedAt}</published>
<updated>${row.updatedAt}</updated>
${people.map((name) => xml`<author><name>${name}</name></author>\n`)}<summary>${row.description || row.title}</summary>
<link rel="alternate" type="text/html" href="${url}"/>
${
  videoUrl &&
  xml`<link rel="enclosure" type="video/mp4" href="${videoUrl}"/>
`
}${
      row.link &&
      xml`<link rel="related" href="${row.link}"/>
`
    }<link rel="license" href="${licence.url}"/>
${row.subjects.map((subject) => xml`<category term="${subject}"/>\n`)}</entry>
`;
  }

  /** Where the parts of the sitemap are. */
  async sitemapIndex(): Promise<string> {
    const parts = Math.max(1, Math.ceil((await this.harvest.countPublished()) / SITEMAP_PART));
    const places = Array.from({ length: parts }, (_, part) => `${this.site}/sitemap-${part + 1}.xml`);
    return xmlDocument(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${places.map((place) => xml`<sitemap><loc>${place}</loc></sitemap>\n`)}</sitemapindex>`);
  }

  /** @param part from 1 @throws DomainError NOT_FOUND after the last */
  async sitemap(part: number): Promise<string> {
    const rows = await this.harvest.addresses((part - 1) * SITEMAP_PART, SITEMAP_PART);
    if (part > 1 && rows.length === 0) throw notFound('This part of the sitemap');
    const fixed = part === 1 ? ['/', '/library', '/library/partners', ...(await this.partnerPages())] : [];
    return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${fixed.map((path) => xml`<url><loc>${this.site}${path}</loc></url>\n`)}${rows.map(
      ({ id, updatedAt }) => xml`<url><loc>${pageUrl(id, this.site)}</loc><lastmod>${updatedAt}</lastmod></url>\n`,
    )}</urlset>`);
  }

  private async partnerPages(): Promise<string[]> {
    return (await this.partners.list('', MOST_PARTNERS)).map(({ slug }) => partnerUrl(slug, ''));
  }

  robots(): string {
    return `User-agent: *\nDisallow: /api/\nDisallow: /w/\nAllow: /api/resources/\nSitemap: ${this.site}/sitemap.xml\n`;
  }
}
