import { WebAddress } from './resource-contents';

describe('an address on the web', () => {
  it.each(['https://example.org', 'http://example.org/a?b=c#d', 'https://école.example.org/'])(
    'may be %s',
    (address) => {
      expect(WebAddress.safeParse(address).success).toBe(true);
    },
  );

  it.each([
    '',
    "' OR 1=1; DROP TABLE account; --",
    '<script>alert(1)</script>',
    '../../../../etc/passwd',
    '\u0000',
    'https://',
    'javascript:alert(1)',
    'ftp://example.org/file',
    'https://name:password@example.org/',
    'https://name@example.org/',
    `https://example.org/${'a'.repeat(2_000)}`,
  ])('is refused as %j, with a reason', (address) => {
    const { success, error } = WebAddress.safeParse(address);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toBeTruthy();
  });
});
