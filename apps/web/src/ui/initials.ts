/** `Ada King Lovelace` → `AL`; counts characters as people do, not code units. */
export function initials(name: string): string {
  const letters = name
    .trim()
    .split(/\s+/)
    .map((part) => Array.from(part)[0] ?? '');
  const [first = '', ...rest] = letters;
  return `${first}${rest.at(-1) ?? ''}`.toLocaleUpperCase();
}
