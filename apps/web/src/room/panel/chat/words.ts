const LONGEST = 60;
const MOST = 200;

/** One word or phrase a line, each once, as many and as long as the server takes. */
export function toWords(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim().slice(0, LONGEST));
  return [...new Set(lines.filter(Boolean))].slice(0, MOST);
}
