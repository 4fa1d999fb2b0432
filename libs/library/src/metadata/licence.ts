import type { Resource } from '@lectern/contracts';

/** `CC-BY-SA-4.0` → `CC BY-SA 4.0`, as Creative Commons writes it. */
export const licenceName = (id: Resource['licence']): string => id.replace(/^CC-/, 'CC ').replace(/-(\d\.\d)$/, ' $1');

/** Where the licence's text stands. */
export function licenceUrl(id: Resource['licence']): string {
  const [, kind, version] = /^CC-(.+)-(\d\.\d)$/.exec(id) ?? [];
  const path = kind ? `licenses/${kind.toLowerCase()}/${version}` : 'publicdomain/zero/1.0';
  return `https://creativecommons.org/${path}/`;
}
