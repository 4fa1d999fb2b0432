import type { SearchHit } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LanguageNames } from '../../languages/language-names';
import { Marked } from '../../library/marked';
import { piecesOf } from '../../library/snippet';
import { formatClock, formatDate } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { secondLink } from './player/second-link';
import classes from './search.module.css';

/** A resource that was found, and the places in it: each leads to its second. */
export function Hit({ hit: { resource, matches } }: { hit: SearchHit }) {
  const { t } = useTranslation(['library', 'common']);
  const moment = useMoment();
  const date = resource.recordedAt ?? resource.publishedAt;
  // Not one in another language: that stands among the places.
  const title = matches.find(({ kind, snippet }) => kind === 'title' && textOf(snippet) === resource.title);
  return (
    <li className={classes.hit}>
      <Link to={`/library/${resource.id}`} className={classes.poster} tabIndex={-1} aria-hidden>
        {resource.posterUrl && <img src={resource.posterUrl} alt="" loading="lazy" />}
      </Link>
      <div className={classes.words}>
        <h3 className={classes.title} dir="auto">
          <Link to={`/library/${resource.id}`}>
            {title ? <Marked pieces={piecesOf(title.snippet)} /> : resource.title}
          </Link>
        </h3>
        <Text size="sm" c="dimmed">
          {resource.kind !== 'recording' && `${t(`common:kinds.${resource.kind}`)} · `}
          <LanguageNames tags={resource.languages} />
          {date && ` · ${formatDate(new Date(date), moment)}`}
        </Text>
        <ul className={classes.matches}>
          {matches
            .filter((match) => match !== title)
            .map((match, index) => (
              <Match key={index} match={match} resourceId={resource.id} />
            ))}
        </ul>
      </div>
    </li>
  );
}

const textOf = (snippet: string) => snippet.replaceAll(/[\u0002\u0003]/g, '');

function Match({ match, resourceId }: { match: SearchHit['matches'][number]; resourceId: string }) {
  const { t } = useTranslation('library');
  const who = match.speaker ?? t(`search.kind.${match.kind}`);
  return (
    <li className={classes.match}>
      {match.at === null ? (
        <span />
      ) : (
        <Link
          to={`/library/${resourceId}${secondLink(match.at, match.channel)}`}
          className={classes.time}
          aria-label={`${who}, ${t('search.at', { time: formatClock(match.at) })}`}
        >
          {formatClock(match.at)}
        </Link>
      )}
      <span>
        <Text span fw={600} size="sm">
          {t('search.who', { who })}
        </Text>{' '}
        <span dir="auto">
          <Marked pieces={piecesOf(match.snippet)} />
        </span>
      </span>
    </li>
  );
}
