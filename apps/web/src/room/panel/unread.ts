import type { Message } from '@lectern/contracts';

/** Lines of others after the last place that was on view. */
export function unreadMessages(list: readonly Message[], seen: string, meId: string | undefined): number {
  let count = 0;
  for (let index = list.length - 1; index >= 0; index--) {
    const message = list[index];
    if (!message || message.place <= seen) break;
    if (!message.deleted && message.author.participantId !== meId) count += 1;
  }
  return count;
}
