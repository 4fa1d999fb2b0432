const KEY = 'lectern.spoken';

/** What this person spoke last; null for what an event has first. */
export function loadSpoken(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function saveSpoken(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may refuse; the choice then holds for this visit.
  }
}

/** What is to be told of a microphone: nothing where it is the event's first language, or none of its languages. */
export function spokenIn(languages: readonly string[], language: string | null): string | undefined {
  const [first, ...others] = languages;
  return language !== null && language !== first && others.includes(language) ? language : undefined;
}
