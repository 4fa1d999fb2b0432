import type { OutboxEntry } from '../session/outbox';

/**
 * What of the outbox is to be shown. The broadcast of a text can come before its acknowledgement: it must not be seen
 * twice for that moment, so entries whose text stands among the newest of one's own are left out.
 */
export function pendingOf(
  outbox: readonly OutboxEntry[],
  kind: OutboxEntry['kind'],
  ownNewest: readonly { text: string; at: string }[],
): OutboxEntry[] {
  const arrived = (entry: OutboxEntry): boolean =>
    // A minute's grace: the two clocks need not agree.
    ownNewest.some(({ text, at }) => text === entry.text && Date.parse(at) >= entry.at - 60_000);
  return outbox.filter((entry) => entry.kind === kind && (entry.status === 'failed' || !arrived(entry)));
}
