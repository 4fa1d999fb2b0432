import { CONFIG, type Config } from '@lectern/config';
import { PartnerSlug } from '@lectern/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { partnerUrl } from '../metadata/description';
import { toOrganization } from '../metadata/organization';
import { xml } from '../metadata/xml';
import type { PartnerRow } from '../partners/partner.entities';
import { PartnerRepository } from '../partners/partner.repository';

/** What programs that run no script read in the page of an institution. */
@Injectable()
export class PartnerHead {
  constructor(
    private readonly partners: PartnerRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Empty when there is nothing of it in public. */
  async page(slug: string): Promise<{ status: 200; head: string }> {
    const row = PartnerSlug.safeParse(slug).success ? await this.partners.find(slug) : null;
    const names = row ? await this.partners.names(slug) : [];
    return { status: 200, head: row && names.length > 0 ? this.head(row, names) : '' };
  }

  private head(row: PartnerRow, names: string[]): string {
    const site = this.config.publicUrl;
    const url = partnerUrl(row.slug, site);
    const summary = (row.description || row.name).slice(0, 300);
    const properties = { title: row.name, description: summary, type: 'profile', url };
    const tags = xml`<title>${row.name}</title>
<meta name="description" content="${summary}">
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/atom+xml" href="${url}/atom.xml">
${Object.entries(properties).map(([name, value]) => xml`<meta property="og:${name}" content="${value}">\n`)}`;
    return `${String(tags)}${jsonLd(toOrganization(row, names, site))}`;
  }
}

/** "<" would let a name end the script. */
export const jsonLd = (data: Record<string, unknown>): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
