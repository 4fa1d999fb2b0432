import { DOMParser } from '@xmldom/xmldom';
import { xml, xmlDocument } from './xml';

describe('xml', () => {
  it('escapes values in text and in attributes, and keeps pieces', () => {
    const inner = xml`<b title="${'"&\''}">${'<i>'}</b>`;
    expect(String(xml`<a>${inner}${[inner, null]}${undefined}${7}</a>`)).toBe(
      '<a><b title="&quot;&amp;&apos;">&lt;i&gt;</b><b title="&quot;&amp;&apos;">&lt;i&gt;</b>7</a>',
    );
  });

  it.each(['\u0000\u0008', 'ends ]]> here', '\ud800 alone', 'مرحبا 你好 🎓', '<!-- & -->'])(
    'can be read again: %j',
    (text) => {
      const root = new DOMParser({ onError: (_level, message) => fail(message) }).parseFromString(
        xmlDocument(xml`<a b="${text}">${text}</a>`),
        'text/xml',
      ).documentElement!;
      const expected = text.replace(/[\u0000-\u0008\ud800]/g, '');
      expect(root.textContent).toBe(expected);
      expect(root.getAttribute('b')).toBe(expected);
    },
  );
});

function fail(message: string): never {
  throw new Error(message);
}
