import type { Chapter } from '@lectern/contracts';
import { IconListDetails, IconMessageQuestion, IconPresentation } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { formatClock } from '../../../time/format';
import { chapterAt } from './chapters';
import type { Playback } from './playback';
import classes from './chapter-list.module.css';
import { useFollow } from './use-follow';

const icons = {
  start: IconListDetails,
  agenda: IconListDetails,
  slide: IconPresentation,
  question: IconMessageQuestion,
};

/** Each jumps to its beginning; the one that is being shown says so. */
export function ChapterList({ chapters, playback }: { chapters: readonly Chapter[]; playback: Playback }) {
  const active = useSyncExternalStore(playback.subscribe, () => chapterAt(chapters, playback.time()));
  const follow = useFollow(active, true);
  return (
    <div className={classes.scroll} {...follow}>
      <ol className={classes.list}>
        {chapters.map(({ at, title, kind }, index) => {
          const Icon = icons[kind];
          return (
            <li key={at}>
              <button
                type="button"
                className={classes.chapter}
                aria-current={index === active ? 'true' : undefined}
                onClick={() => playback.seek(at, true)}
              >
                <span className={classes.time}>{formatClock(at)}</span>
                <span dir="auto">{title}</span>
                <Icon size={18} aria-hidden />
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
