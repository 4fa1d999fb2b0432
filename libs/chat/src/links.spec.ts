import { hasLink } from './links';

describe('links', () => {
  it.each([
    'see https://example.org/x',
    'HTTP://EXAMPLE.ORG',
    'www.example.org',
    'example.com',
    'at example.com, they say',
    'bit.ly/abc',
    't.me/group',
    'пример.рф/страница',
    'ｅｘａｍｐｌｅ．ｃｏｍ',
    'exam\u200bple.com',
    'write to ada@example.org',
    'ftp://files.example',
    'mailto:ada',
  ])('is one: %s', (text) => {
    expect(hasLink(text)).toBe(true);
  });

  it.each([
    'Hello all.So what?',
    'e.g. this, i.e. that',
    'Node.js and index.html',
    '3.14 or 1/2 or 2:30',
    'and/or',
    '@ada thank you',
    'ratio 4:3 … fine',
    '你好。再见',
    'command.committee',
  ])('is none: %s', (text) => {
    expect(hasLink(text)).toBe(false);
  });

  it('takes no time over a text made to be slow', () => {
    const text = `${'a.'.repeat(1_000)}!`;
    const many = `${'a'.repeat(1_999)}@`;
    expect([hasLink(text), hasLink(many), hasLink('-'.repeat(2_000))]).toEqual([false, false, false]);
  });
});
