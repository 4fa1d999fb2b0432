import { PartnerSlug } from '@lectern/contracts';
import { partnerSlug } from './partner.slug';

describe('addresses of institutions', () => {
  it.each([
    ['University of Battambang', 'university-of-battambang'],
    ['  UNIVERSITY   of Battambang. ', 'university-of-battambang'],
    ['Université de N’Djaména', 'universite-de-n-djamena'],
    ['Universidad “La Paz”', 'universidad-la-paz'],
  ])('%s is %s', (name, slug) => expect(partnerSlug(name)).toBe(slug));

  it.each(['សាកលវិទ្យាល័យបាត់ដំបង', 'جامعة القاهرة', '北京师范大学', 'МГУ 1', '…', 'x'.repeat(160)])(
    '%s has one too',
    (name) => {
      expect(PartnerSlug.safeParse(partnerSlug(name)).success).toBe(true);
    },
  );

  it('tells names apart that it cannot write', () => {
    const slugs = ['北京师范大学', '北京大学', 'МГУ 1', 'ЛГУ 1', `${'x'.repeat(90)}a`, `${'x'.repeat(90)}b`].map(
      partnerSlug,
    );
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});
