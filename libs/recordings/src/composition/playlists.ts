import { resourceFiles } from '@lectern/contracts';

/** Bits a second. */
interface Rates {
  /** Of the largest segment. */
  peak: number;
  /** Over all. */
  average: number;
}
const NONE: Rates = { peak: 0, average: 0 };

/** A rendition as a main playlist tells of it. */
export interface Listed extends Rates {
  name: string;
  /** RFC 6381; of all that is heard and seen with it. */
  codecs: string;
  /** Of its picture. */
  resolution?: string;
}

/** The sound in an interpreters' language. */
export interface Choice extends Listed {
  /** BCP 47. */
  language: string;
  /** The language's own name. */
  title: string;
}

const GROUP = 'sound';

/**
 * A main playlist (RFC 8216 §4.3.4). With choices, all sounds are one group: the room's own comes first, and is what is
 * heard where nobody chooses.
 *
 * @param variants best first
 * @param sound that of the room
 */
export function mainPlaylist(variants: Listed[], sound: Listed, choices: Choice[]): string {
  const sounds = [sound, ...choices];
  const most = (rate: keyof Rates) => Math.max(...sounds.map((each) => each[rate]));
  const group = choices.length > 0 ? { peak: most('peak'), average: most('average') } : null;
  const media = group ? [original(sound), ...choices.map(choiceLine)] : [];
  const streams = variants.map((variant) => streamLines(variant, group));
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...media, ...streams, ''].join('\n');
}

/** Without a language: people may speak several in the room. */
const original = ({ name }: Listed) => mediaLine({ NAME: quoted('Original'), DEFAULT: 'YES', AUTOSELECT: 'YES' }, name);

const choiceLine = ({ name, title, language }: Choice) =>
  mediaLine({ NAME: quoted(title), LANGUAGE: quoted(language), DEFAULT: 'NO', AUTOSELECT: 'YES' }, name);

function mediaLine(fields: Record<string, string>, name: string): string {
  const uri = quoted(resourceFiles.renditionList(name));
  return `#EXT-X-MEDIA:${listOf({ TYPE: 'AUDIO', 'GROUP-ID': quoted(GROUP), ...fields, CHANNELS: quoted('2'), URI: uri })}`;
}

/** @param group the largest rates of the sounds that can be chosen with it; they are not in the variant's own file */
function streamLines(variant: Listed, group: Rates | null): string {
  const { name, resolution, codecs } = variant;
  const own = group && !resolution ? NONE : variant;
  const chosen = group ?? NONE;
  const fields = {
    BANDWIDTH: String(own.peak + chosen.peak),
    'AVERAGE-BANDWIDTH': String(own.average + chosen.average),
    CODECS: quoted(codecs),
    ...(resolution ? { RESOLUTION: resolution } : {}),
    ...(group ? { AUDIO: quoted(GROUP) } : {}),
  };
  return `#EXT-X-STREAM-INF:${listOf(fields)}\n${resourceFiles.renditionList(name)}`;
}

const listOf = (fields: Record<string, string>) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

/** A quoted string has no way to say a quotation mark. */
const quoted = (text: string) => `"${text.replace(/["\r\n]/g, "'")}"`;

/** Bits a second of a playlist with byte ranges. */
export function ratesOf(playlist: string): Rates {
  const segments = [...playlist.matchAll(/#EXTINF:([\d.]+),\s+#EXT-X-BYTERANGE:(\d+)@/g)].map(([, seconds, bytes]) => ({
    seconds: Number(seconds),
    bits: 8 * Number(bytes),
  }));
  const sum = (pick: 'seconds' | 'bits') => segments.reduce((all, segment) => all + segment[pick], 0);
  // The short rest at the end says little about a rate.
  const whole = segments.filter(({ seconds }, i) => i === 0 || seconds > 1);
  const peak = Math.max(0, ...whole.map(({ bits, seconds }) => bits / seconds));
  return { peak: Math.ceil(peak), average: Math.ceil(sum('bits') / Math.max(sum('seconds'), 0.001)) };
}
