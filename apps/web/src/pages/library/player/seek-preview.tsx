import type { Chapter } from '@lectern/contracts';
import { useQuery } from '@tanstack/react-query';
import { formatClock } from '../../../time/format';
import { cssVariables } from '../../../ui/css-variables';
import { chapterAt } from './chapters';
import classes from './seek-bar.module.css';
import { fetchThumbnails, type Thumbnail, thumbnailAt } from './thumbnails';

interface SeekPreviewProps {
  second: number;
  /** Of the bar, 0 to 1. */
  share: number;
  chapters: readonly Chapter[];
  thumbnailsUrl: string | null;
}

/** What is to be seen there: fetched when somebody first points to the bar. */
export function SeekPreview({ second, share, chapters, thumbnailsUrl }: SeekPreviewProps) {
  const { data: thumbnails = [] } = useQuery({
    queryKey: ['thumbnails', thumbnailsUrl],
    queryFn: () => fetchThumbnails(thumbnailsUrl ?? ''),
    enabled: thumbnailsUrl !== null,
    staleTime: Infinity,
  });
  const thumbnail = thumbnailAt(thumbnails, second);
  const title = chapters[chapterAt(chapters, second)]?.title;
  return (
    <div className={classes.preview} style={cssVariables({ '--at': share })} data-testid="seek-preview" aria-hidden>
      {thumbnail && <Picture thumbnail={thumbnail} />}
      <div className={classes.words}>
        {title && (
          <span className={classes.title} dir="auto">
            {title}
          </span>
        )}
        <span className={classes.time}>{formatClock(second)}</span>
      </div>
    </div>
  );
}

function Picture({ thumbnail: { url, x, y, width, height } }: { thumbnail: Thumbnail }) {
  return (
    <div
      className={classes.picture}
      style={{
        inlineSize: width,
        blockSize: height,
        backgroundImage: `url("${url}")`,
        backgroundPosition: `${-x}px ${-y}px`,
      }}
    />
  );
}
