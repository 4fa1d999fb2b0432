import { createHash } from 'node:crypto';

const LONGEST = 80;

/** Whose a resource is; each institution once. */
export function partnersOf({ institutions }: { institutions: readonly string[] }): { slug: string; name: string }[] {
  return [...new Map(institutions.map((name) => [partnerSlug(name), name]))].map(([slug, name]) => ({ slug, name }));
}

/**
 * How an institution is called in addresses, and in OAI-PMH's sets, which allow little but ASCII letters. Spellings that
 * differ in case, accents and punctuation alone are one institution. What of a name cannot be written so is told apart by
 * a hash.
 */
export function partnerSlug(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-');
  const isWhole = !/[^\p{ASCII}\p{P}\p{Z}]/u.test(plain) && slug !== '' && slug.length <= LONGEST;
  if (isWhole) return slug;
  const hash = createHash('sha256').update(name.normalize('NFKC').toLowerCase()).digest('hex').slice(0, 10);
  return [slug.slice(0, LONGEST).replace(/-$/, ''), hash].filter((part) => part !== '').join('-');
}
