/** Where to go after signing in: a path of ours, never another site (`//evil.example`, `https:…`). */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/desk';
}
