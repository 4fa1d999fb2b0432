import { piecesAround, piecesOf } from './snippet';

it('finds the words that the server marked', () => {
  expect(piecesOf('the \u0002soil\u0003 and \u0002water\u0003')).toEqual([
    { text: 'the ', found: false },
    { text: 'soil', found: true },
    { text: ' and ', found: false },
    { text: 'water', found: true },
  ]);
});

it('shows a mark that was cut off by the end', () => {
  expect(piecesOf('rich \u0002so')).toEqual([
    { text: 'rich ', found: false },
    { text: 'so', found: true },
  ]);
});

describe('piecesAround', () => {
  it('finds every place, in any case', () => {
    expect(piecesAround('Soil is soil', 'SOIL').map(({ text, found }) => (found ? `[${text}]` : text))).toEqual([
      '[Soil]',
      ' is ',
      '[soil]',
    ]);
  });

  it.each(['', 'rain'])('leaves the text whole for "%s"', (wanted) => {
    expect(piecesAround('Soil', wanted)).toEqual([{ text: 'Soil', found: false }]);
  });
});
