export interface Piece {
  text: string;
  found: boolean;
}

/** Splits what a search returns at its marks: the found words stand between U+0002 and U+0003. */
export function piecesOf(snippet: string): Piece[] {
  const pieces = snippet.split(/(\u0002[^\u0003]*\u0003?)/).filter((text) => text !== '');
  return pieces.map((text) => ({ text: text.replaceAll(/[\u0002\u0003]/g, ''), found: text.startsWith('\u0002') }));
}

/** Splits a text at each place where `wanted` stands, whatever its case. */
export function piecesAround(text: string, wanted: string): Piece[] {
  const [where, what] = [text.toLowerCase(), wanted.toLowerCase()];
  // Where lower case has another length (İ), positions would not fit.
  if (what === '' || where.length !== text.length) return [{ text, found: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, from)) {
    if (at > from) pieces.push({ text: text.slice(from, at), found: false });
    pieces.push({ text: text.slice(at, at + what.length), found: true });
    from = at + what.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}
