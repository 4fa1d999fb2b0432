import type { ShownDeck } from '@lectern/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../api/query';
import { pageUrl } from '../../materials/urls';
import { useAbilities, useMedia } from '../room-context';
import { DeckControls } from './deck-controls';
import { PageImage } from './page-image';
import classes from './presentation.module.css';

/** Slides on the page on which they are for everyone; the next page is loaded ahead. */
export function DeckView({ deck }: { deck: ShownDeck }) {
  const { t } = useTranslation('room');
  const { present } = useAbilities();
  const { materialId, page, pages, title } = deck;
  const small = useMedia((state) => state.bandwidth.mode !== 'full');
  const words = usePageText(deck);
  useNextPage(deck, small);
  return (
    <figure
      className={classes.shown}
      data-testid="deck"
      data-page={page}
      aria-label={t('presentation.deck', { title })}
    >
      <PageImage key={`${page}`} src={pageUrl(materialId, page, small)} alt={words} />
      <figcaption className={classes.caption}>{t('presentation.page', { page, pages })}</figcaption>
      {present && <DeckControls deck={deck} />}
    </figure>
  );
}

/** What a screen reader says of the page; said anew when it is turned. */
function usePageText({ materialId, page, pages }: ShownDeck): string {
  const { t } = useTranslation('room');
  const { data } = useQuery({
    ...apiQuery('GET /api/materials/:materialId/pages/:page', { params: { materialId, page } }),
    staleTime: Infinity,
  });
  if (!data) return t('presentation.page', { page, pages });
  if (!data.text) return t('presentation.pageWithoutText', { page, pages });
  return t('presentation.pageText', { page, pages, text: data.text });
}

function useNextPage({ materialId, page, pages }: ShownDeck, small: boolean): void {
  useEffect(() => {
    if (page >= pages) return;
    const image = new Image();
    image.fetchPriority = 'low';
    image.src = pageUrl(materialId, page + 1, small);
    return () => {
      // What is still on its way is not needed any more, unless it is the page of now: then the page asks itself.
      image.src = '';
    };
  }, [materialId, page, pages, small]);
}
