import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import { entryNotice, type Notice, noticesBetween } from '../session/notices';
import type { RoomState } from '../session/room-state';
import type { NoticeItem } from './notices';

const tones: Partial<Record<Notice, NoticeItem['tone']>> = {
  live: 'live',
  recordingStarted: 'live',
  recordingDiskFull: 'error',
  recordingDiskError: 'error',
  recordingServerLost: 'error',
  recordingResumed: 'live',
  muted: 'error',
  slowDown: 'live',
  back: 'good',
  myQuestionApproved: 'good',
  myQuestionAnswered: 'good',
  myQuestionAnswering: 'live',
  pollOpened: 'live',
};

/** A banner says already that the line is lost. */
const silent: ReadonlySet<Notice> = new Set(['reconnecting']);

/** Nobody may miss these, also when looking elsewhere: they are said aloud. */
const spokenAloud: ReadonlySet<Notice> = new Set([
  'recordingStarted',
  'recordingPaused',
  'recordingResumed',
  'recordingStopped',
]);

/** Turns changes of the room that concern this person into messages. */
export function useAnnouncements(): void {
  const { t, i18n } = useTranslation('room');
  const { session, notices, spoken } = useLiveRoom();
  useEffect(() => {
    let before = session.store.get();
    const aloud = (text: string): void => spoken.say(recordingKey(session.store.get()), text, i18n.language);
    const first = entryNotice(before);
    if (first) {
      notices.push(t(`notice.${first}`), 'live');
      aloud(t(`notice.${first}`));
    }
    return session.store.subscribe(() => {
      const now = session.store.get();
      const news = noticesBetween(before, now);
      before = now;
      for (const notice of news) {
        if (!silent.has(notice)) notices.push(t(`notice.${notice}`), tones[notice]);
        if (spokenAloud.has(notice)) aloud(t(`notice.${notice}`));
      }
    });
  }, [session, notices, spoken, t, i18n]);
}

/** Of what is so with the recording: the same after a reconnection, another with each turn. */
function recordingKey({ recording }: Pick<RoomState, 'recording'>): string {
  return recording ? [recording.id, recording.status, recording.pausedAt, recording.pausedMs].join() : '';
}
