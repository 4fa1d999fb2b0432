// What browsers and mail programs make a link of: a scheme, www., an address for mail, or a name under a well-known
// ending. Two-letter endings count only with a path: "end.So" is a missing space more often than Somalia.
const endings = 'com|org|net|edu|gov|int|info|biz|app|dev|online|site|shop|xyz|link|live|club|store|tech|top|page';
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const link = new RegExp(
  [
    String.raw`\b[a-z][a-z\d+.-]{1,20}:\/\/\S`,
    String.raw`\b(?:mailto|tel|sms):\S`,
    String.raw`\bwww\.[\p{L}\p{N}]`,
    String.raw`[\p{L}\p{N}._%+-]@${label}\.\p{L}{2,}`,
    String.raw`(?<![\p{L}\p{N}])(?:${label}\.){1,8}(?:${endings})(?![\p{L}\p{N}-])`,
    String.raw`(?<![\p{L}\p{N}])(?:${label}\.){1,8}\p{L}{2,24}\/\S`,
  ].join('|'),
  'iu',
);
// Split a link for programs that look for one, and for nobody who copies it.
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Whether a text has something in it that can be followed. */
export function hasLink(text: string): boolean {
  return link.test(text.normalize('NFKC').replace(unseen, ''));
}
