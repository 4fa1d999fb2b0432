import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import { type Notice, noticesBetween } from '../session/notices';
import type { NoticeItem } from './notices';

const tones: Partial<Record<Notice, NoticeItem['tone']>> = {
  live: 'live',
  recordingStarted: 'live',
  recordingDiskFull: 'error',
  recordingDiskError: 'error',
  recordingServerLost: 'error',
  muted: 'error',
  back: 'good',
  myQuestionApproved: 'good',
  myQuestionAnswered: 'good',
  myQuestionAnswering: 'live',
  pollOpened: 'live',
};

/** A banner says already that the line is lost. */
const silent: ReadonlySet<Notice> = new Set(['reconnecting']);

/** Turns changes of the room that concern this person into messages. */
export function useAnnouncements(): void {
  const { t } = useTranslation('room');
  const { session, notices } = useLiveRoom();
  useEffect(() => {
    let before = session.store.get();
    return session.store.subscribe(() => {
      const now = session.store.get();
      const news = noticesBetween(before, now);
      before = now;
      for (const notice of news) if (!silent.has(notice)) notices.push(t(`notice.${notice}`), tones[notice]);
    });
  }, [session, notices, t]);
}
