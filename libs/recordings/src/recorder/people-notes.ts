import type { LiveRoom, LiveRoomEvents } from '@lectern/live';
import type { EventEmitter } from 'node:events';
import type { NewTimelineEvent } from '../timeline/timeline-event';

/**
 * Notes who comes and goes, is muted, speaks, or is put into the large picture; at the beginning, those who are on the
 * stage already and whom everybody sees large. @returns what ends it
 */
export function notePeople(room: LiveRoom, note: (event: NewTimelineEvent) => void): () => void {
  const muted = new Set<string>();
  let spotlight: string | null = null;
  const setSpotlight = (participantId: string | null): void => {
    if (participantId === spotlight) return;
    spotlight = participantId;
    note({ type: 'spotlight-changed', participantId });
  };
  const setMuted = (participantId: string, now: boolean): void => {
    if (muted.has(participantId) === now) return;
    if (now) muted.add(participantId);
    else muted.delete(participantId);
    note({ type: 'participant-muted', participantId, muted: now });
  };
  const speaker = (peerId: string | null): string | null =>
    peerId === null ? null : (room.connection(peerId)?.attendance.participantId ?? null);
  for (const { participantId, displayName } of new Map(room.stage.map((one) => [one.participantId, one])).values())
    note({ type: 'participant-joined', participantId, displayName });
  if (room.speaker) note({ type: 'speaker-changed', participantId: speaker(room.speaker) });
  setSpotlight(room.controls.spotlight);
  const offs = [
    listen(room, 'speaker-changed', (peerId) => note({ type: 'speaker-changed', participantId: speaker(peerId) })),
    listen(room, 'joined', ({ attendance: { participantId, displayName } }) =>
      note({ type: 'participant-joined', participantId, displayName }),
    ),
    listen(room, 'left', ({ attendance: { participantId } }) => note({ type: 'participant-left', participantId })),
    listen(room, 'person-changed', (person) => setMuted(person.id, person.muted)),
    listen(room, 'configured', (controls) => setSpotlight(controls.spotlight)),
  ];
  return () => offs.forEach((off) => off());
}

/** @returns what ends it */
export function listen<E extends keyof LiveRoomEvents>(
  room: LiveRoom,
  event: E,
  listener: (...args: LiveRoomEvents[E]) => void,
): () => void {
  const emitter: EventEmitter = room;
  emitter.on(event, listener as (...args: unknown[]) => void);
  return () => emitter.off(event, listener as (...args: unknown[]) => void);
}
