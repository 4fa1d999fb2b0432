import { ownNames } from './own-names';

/** Languages offered first; any other BCP 47 tag can still come from the server and is shown. */
export const offeredLanguages = [
  ...['en', 'fr', 'es', 'ar', 'zh', 'ru', 'pt', 'km', 'ur', 'hi', 'bn', 'id', 'ms', 'sw', 'vi', 'th', 'lo', 'my'],
  ...['ne', 'si', 'ta', 'te', 'mr', 'pa', 'gu', 'kn', 'ml', 'fa', 'ps', 'tr', 'az', 'uz', 'kk', 'ky', 'tg', 'mn'],
  ...['ja', 'ko', 'fil', 'so', 'am', 'ti', 'om', 'aa', 'ha', 'yo', 'ig', 'zu', 'xh', 'af', 'rw', 'mg', 'wo', 'ff'],
  ...['de', 'it', 'nl', 'pl', 'uk', 'ro', 'el', 'cs', 'hu', 'sv', 'da', 'nb', 'fi', 'bg', 'sr', 'hr', 'he', 'ka', 'hy'],
] as const;

/** A language by its own name: `fr` → `Français`. Never a flag: languages are not countries. */
export function ownName(tag: string): string {
  const name = knows(tag) ? nameIn(tag, tag) : (ownNames[tag] ?? nameIn(tag, 'en'));
  return name === undefined ? tag : capital(name, tag);
}

/** A language by its name in another: `fr` in English → `French`. */
export function nameIn(tag: string, language: string): string | undefined {
  try {
    return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
}

/** A browser without data for a language would answer in its own. */
function knows(tag: string): boolean {
  try {
    return Intl.DisplayNames.supportedLocalesOf([tag]).length > 0;
  } catch {
    return false;
  }
}

function capital(name: string, tag: string): string {
  const [first = '', ...rest] = Array.from(name);
  return first.toLocaleUpperCase(tag) + rest.join('');
}
