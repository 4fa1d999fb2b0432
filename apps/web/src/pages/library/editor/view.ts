import type { EditableCue } from '@lectern/contracts';

/** Which cues are shown: all, what was said in the room, or (a BCP 47 tag) all that was said in a language. */
export type View = string;
export const ALL: View = '*';
export const SPOKEN: View = '-';

/** What can be chosen; nothing where everything was said in one language. */
export function viewsOf(cues: readonly EditableCue[]): View[] {
  const languages = [...new Set(cues.flatMap(({ language }) => language ?? []))];
  const isInterpreted = cues.some(({ interpreted }) => interpreted);
  if (languages.length < 2 && !isInterpreted) return [];
  return [ALL, ...(isInterpreted ? [SPOKEN] : []), ...languages];
}

export function cuesOf(cues: readonly EditableCue[], view: View): readonly EditableCue[] {
  if (view === ALL) return cues;
  return cues.filter(({ language, interpreted }) => (view === SPOKEN ? !interpreted : language === view));
}

type Said = Pick<EditableCue, 'language' | 'interpreted'>;

/** What a cue passes on to those that come from it. */
export const saidAs = ({ language, interpreted }: Said): Said => ({ language, interpreted });

/** Whether two cues belong to one line of speech: others may stand between them, as interpreters speak at the same time. */
export const areAlike = (a: Said, b: Said): boolean =>
  (a.language ?? null) === (b.language ?? null) && (a.interpreted ?? false) === (b.interpreted ?? false);

/** Ids of the cues after which nothing more is said in the same way. */
export function lastOnes(cues: readonly EditableCue[]): ReadonlySet<string> {
  const last = new Map(cues.map((cue) => [`${cue.language ?? ''} ${cue.interpreted ?? false}`, cue.id]));
  return new Set(last.values());
}
