import { isFoundAt, searchTerms, wordPlaces, words } from './search.words';

describe('words of a text', () => {
  it.each([
    ['Énergie à Montréal', ['energie', 'a', 'montreal']],
    ['İstanbul, ΑΘΉΝΑΣ', ['istanbul', 'αθηνασ']],
    ['Straße, Łódź, Ærø, Ðà Nẵng', ['strasse', 'lodz', 'aero', 'da', 'nang']],
    ['Ёлка й Їжак', ['елка', 'и', 'іжак']],
    ['مُعَلِّم', ['معلم']],
    ['أحمد إلى آخر', ['احمد', 'الي', 'اخر']],
    ['مدرســـة ابتدائية', ['مدرسه', 'ابتداييه']],
    ['کتاب فارسی ۱۴۰۳', ['كتاب', 'فارسي', '1403']],
    ['שָׁלוֹם', ['שלום']],
    ['हिन्दी भाषा', ['हिन्दी', 'भाषा']],
    ['한국어 수업', ['한국어', '수업']],
    ['CO₂ in 2030', ['co2', 'in', '2030']],
    ['e-mail: a.b@example.org', ['e', 'mail', 'a', 'b', 'example', 'org']],
    ['co\u00adoperate', ['cooperate']],
    ['北京大学', ['北京', '京大', '大学', '学']],
    ['学习Python编程', ['学习', '习', 'python', '编程', '程']],
    ['ひらがな・カタカナ', ['ひら', 'らが', 'がな', 'な', 'カタ', 'タカ', 'カナ', 'ナ']],
    ['ﾊﾟﾝ', ['パン', 'ン']],
    ['ปีที่ ๒๐', ['ปีที่', 'ที่', '20']],
    ['กำ', ['กํา']],
    ['กํา', ['กํา']],
    ['ພາສາ', ['ພາ', 'າສ', 'ສາ', 'າ']],
    ['ភាសា\u200bខ្មែរ', ['ភាសា', 'សាខ្', 'ខ្មែ', 'មែរ', 'រ']],
    ['မြန်မာ', ['မြန်', 'န်မာ', 'မာ']],
    ['½ ℀', ['12']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps the beginning of endless words', () => {
    expect(words('x'.repeat(5_000))).toEqual(['x'.repeat(64)]);
  });
});

/** Whether each term of a search stands somewhere in a text, as the databases see it. */
function finds(search: string, text: string): boolean {
  const places = wordPlaces(text);
  const terms = searchTerms(search);
  return terms.length > 0 && terms.every((term) => places.some((place) => isFoundAt(place, [term])));
}

describe('a search', () => {
  it.each([
    ['Chinese', '可再生能源教育', ['可', '再生', '能源', '教育', '育', '可再生能源教育', '源教']],
    ['Japanese', '太陽光発電の仕組み', ['太陽', '発電', '仕組み', 'み', '光発電の']],
    ['Thai', 'พลังงานแสงอาทิตย์ในโรงเรียน', ['พลังงาน', 'แสงอาทิตย์', 'โรงเรียน', 'เรียน']],
    ['Khmer', 'ការអប់រំនៅកម្ពុជា', ['អប់រំ', 'កម្ពុជា', 'ការអប់រំ', 'នៅ']],
    ['Lao', 'ການສຶກສາຢູ່ລາວ', ['ສຶກສາ', 'ລາວ']],
    ['Burmese', 'ပညာရေးနှင့်နည်းပညာ', ['ပညာရေး', 'နည်းပညာ']],
    ['Arabic', 'المُعلِّمة في المدرسة', ['المعلمه', 'المدر', 'المدرسة']],
    ['Russian', 'Учёба в школе', ['учеба', 'ШКОЛЕ', 'шк']],
    ['mixed', '用Python学习AI', ['python', '学习', 'ai', 'python 学习']],
  ])('in %s finds every part of a phrase', (_, text, parts) => {
    expect(parts.filter((part) => !finds(part, text))).toEqual([]);
  });

  it.each([
    ['能教', '可再生能源教育'],
    ['生再', '可再生能源教育'],
    ['school near', 'schooling near'],
    ['บ้าน', 'พลังงานในโรงเรียน'],
  ])('does not find %s in %s', (search, text) => {
    expect(finds(search, text)).toBe(false);
  });

  it('takes the last word as a beginning, and the others whole', () => {
    expect(searchTerms('solar pan')).toEqual([
      { word: 'solar', open: false },
      { word: 'pan', open: true },
    ]);
    expect(searchTerms('水 solar')).toEqual([
      { word: '水', open: true },
      { word: 'solar', open: true },
    ]);
    expect(searchTerms('北京大')).toEqual([
      { word: '北京', open: false },
      { word: '京大', open: true },
    ]);
  });

  it('is of a bounded number of words, each once', () => {
    expect(searchTerms(Array.from({ length: 90 }, (_, n) => `w${n}`).join(' '))).toHaveLength(16);
    expect(searchTerms('a a a')).toEqual([{ word: 'a', open: true }]);
    expect(searchTerms('!!!')).toEqual([]);
  });
});
