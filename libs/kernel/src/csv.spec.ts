import { toCsv } from './csv';

describe('CSV', () => {
  it.each([
    ['plain', '"plain"'],
    ['say "yes", twice\nor not', '"say ""yes"", twice\nor not"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =1', `"'  =1"`],
    ['\t=1', `"'\t=1"`],
    ['＝1', `"'＝1"`],
    ['1 + 1 = 2', '"1 + 1 = 2"'],
    [-3, '-3'],
    [null, ''],
    [true, 'true'],
  ])('writes %j as %s', (value, written) => {
    expect(toCsv([[value]])).toBe(`\ufeff${written}\r\n`);
  });

  it('ends each line with CRLF', () => {
    expect(
      toCsv([
        ['a', 'b'],
        ['ж', '问'],
      ]),
    ).toBe('\ufeff"a","b"\r\n"ж","问"\r\n');
  });
});
