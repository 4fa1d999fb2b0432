/** The id after (1) or before (-1) the current one; the first when there is none; null at the end. */
export function neighbour(list: readonly { id: string }[], current: string | null, step: 1 | -1): string | null {
  const index = list.findIndex(({ id }) => id === current);
  if (index < 0) return list[0]?.id ?? null;
  return list[index + step]?.id ?? null;
}
