import { type Resource, resourceFiles } from '@lectern/contracts';
import { partnersOf } from '../partners/partner.slug';
import type { ResourceRow } from '../resource.entities';
import { fileUrl } from '../resource.view';
import { licenceName, licenceUrl } from './licence';

/** What every format of metadata says of a resource, with whole addresses. */
export interface Description {
  row: ResourceRow;
  /** Its page. */
  url: string;
  /** Null for what is no recording. */
  videoUrl: string | null;
  posterUrl: string | null;
  /** Those of its words: spoken, and of its interpreters. */
  languages: string[];
  /** The interpreters' sound, as files. */
  channels: { language: string; url: string }[];
  licence: { id: Resource['licence']; name: string; url: string };
  /** The line with which others credit it: title, author, source, licence. */
  attribution: string;
  /** Title and abstract in each language, the first being the one it was made in. */
  texts: { language: string; title: string; description: string }[];
  /** Its institutions, with their pages. */
  partners: { name: string; url: string }[];
  /** In schema.org's words. */
  accessibility: string[];
}

/** @param site address of the installation, without a slash at its end */
export function describeResource(row: ResourceRow, site: string): Description {
  const url = pageUrl(row.id, site);
  const licence = { id: row.licence, name: licenceName(row.licence), url: licenceUrl(row.licence) };
  const by = [...row.authors, ...row.institutions].join(', ');
  const { title, description } = row;
  return {
    row,
    url,
    videoUrl: row.kind === 'recording' ? site + fileUrl(row.id, resourceFiles.video) : null,
    posterUrl: row.hasPoster ? site + fileUrl(row.id, resourceFiles.poster) : null,
    languages: [...new Set([...row.languages, ...row.channels])],
    channels: row.channels.map((language) => ({
      language,
      url: site + fileUrl(row.id, resourceFiles.channel(language)),
    })),
    licence,
    attribution: `“${title}”${by && ` by ${by}`}, ${url}, licensed under ${licence.name} (${licence.url})`,
    texts: [{ language: row.languages[0] ?? 'und', title, description }, ...row.translations],
    partners: partnersOf(row).map(({ slug, name }) => ({ name, url: partnerUrl(slug, site) })),
    accessibility: [...(row.captions.length > 0 ? ['captions', 'transcript'] : []), ...row.accessibility],
  };
}

export const partnerUrl = (slug: string, site: string): string => `${site}/library/partners/${slug}`;

export const pageUrl = (resourceId: string, site: string): string => `${site}/library/${resourceId}`;

/** ISO 8601: 3754.2 → `PT1H2M34S`. */
export function isoDuration(totalSeconds: number): string {
  const seconds = Math.round(totalSeconds);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ];
  const text = parts.map(([value, unit]) => (value > 0 ? `${value}${unit}` : '')).join('');
  return `PT${text || '0S'}`;
}
