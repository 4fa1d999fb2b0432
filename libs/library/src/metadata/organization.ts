import type { PartnerRow } from '../partners/partner.entities';
import { partnerUrl } from './description';

/** schema.org's `Organization` as JSON-LD: who an institution is, for search engines. */
export function toOrganization(row: PartnerRow, names: string[], site: string): Record<string, unknown> {
  const { slug, name, description, country, website } = row;
  const url = partnerUrl(slug, site);
  const others = names.filter((one) => one !== name);
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': url,
    name,
    url: website ?? url,
    mainEntityOfPage: url,
    ...(description !== '' && { description }),
    ...(others.length > 0 && { alternateName: others }),
    ...(country && { address: { '@type': 'PostalAddress', addressCountry: country } }),
  };
}
