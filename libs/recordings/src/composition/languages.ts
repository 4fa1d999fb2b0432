import { iso6393To1 } from 'iso-639-3';

/** ISO 639-1 → three letters. */
const threeLetters = new Map(Object.entries(iso6393To1).map(([three, two]) => [two, three]));

/** As MP4 wants it (ISO 639-2/T): `fra` for `fr-CA`. Null where it is not known. */
export function isoLanguage(tag: string): string | null {
  const [base = ''] = tag.toLowerCase().split('-');
  return threeLetters.get(base) ?? (/^[a-z]{3}$/.test(base) ? base : null);
}

/** A language by its own name: `fr` → `français`. */
export const ownName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/** ffmpeg's arguments for a file that has the room's sound, then that of each channel. */
export function soundTrackArgs(channels: readonly string[]): string[] {
  if (channels.length === 0) return [];
  const named = channels.flatMap((tag, i) => {
    const fields = { language: isoLanguage(tag) ?? 'und', title: ownName(tag), handler_name: ownName(tag) };
    const metadata = Object.entries(fields).flatMap(([key, value]) => [`-metadata:s:a:${i + 1}`, `${key}=${value}`]);
    return [...metadata, `-disposition:a:${i + 1}`, '0'];
  });
  return ['-disposition:a:0', 'default', ...named];
}
