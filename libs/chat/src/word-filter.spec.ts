import { hasListedWord } from './word-filter';

const hits = (language: string, word: string, text: string) => hasListedWord(text, [{ language, words: [word] }]);

describe('the word filter', () => {
  it.each([
    ['en', 'ass', 'What an ASS!'],
    ['en', 'bad word', 'such a bad  word.'],
    ['en', 'ass', 'a\u00adss'],
    ['en', 'ass', 'ａｓｓ'],
    ['de', 'Scheiße', 'SCHEISSE'],
    ['de', 'scheisse', 'so eine Scheiße'],
    ['el', 'κακος', 'ΚΑΚΟΣ'],
    ['tr', 'sıkıcı', 'SIKICI bir ders'],
    ['ru', 'дурак', 'Ты ДУРАК, да?'],
    ['ar', 'غبي', 'أنت غبي جدا'],
    ['ar', 'غبي', 'أنت غَبِيّ'],
    ['ar', 'غبي', 'غبـــي'],
    ['he', 'טיפש', 'אתה טיפש'],
    ['zh', '笨蛋', '你是个笨蛋吗'],
    ['zh', '笨蛋', '笨蛋！'],
    ['ja', '馬鹿', 'お前は馬鹿だ'],
    ['th', 'โง่', 'คุณโง่มาก'],
  ])('in %s finds %s in: %s', (language, word, text) => {
    expect(hits(language, word, text)).toBe(true);
  });

  it.each([
    ['en', 'ass', 'first class'],
    ['en', 'ass', 'assess'],
    ['en', 'bad word', 'bad, word'],
    ['fr', 'con', 'un bon conseil'],
    ['ru', 'дурак', 'дураковатый'],
    ['ar', 'غبي', 'الغبيراء'],
    ['tr', 'sıkıcı', 'sikici'],
    ['zh', '国人', '中国人民'],
  ])('in %s does not find %s in: %s', (language, word, text) => {
    expect(hits(language, word, text)).toBe(false);
  });

  it('goes by the rules of each list', () => {
    const lists = [
      { language: 'en', words: ['ill'] },
      { language: 'tr', words: ['ISI'] },
    ];
    expect(hasListedWord('ısı', lists)).toBe(true);
    expect(hasListedWord('isi', lists)).toBe(false);
    expect(hasListedWord('anything', [])).toBe(false);
  });
});
