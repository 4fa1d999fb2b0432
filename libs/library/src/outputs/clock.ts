/** 3754.2 → `1:02:34`. */
export function clock(seconds: number): string {
  const second = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(second / 3600)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}
