import type { ShownDeck } from '@lectern/contracts';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pageUrl } from '../../materials/urls';
import { Dialog } from '../ui/dialog';
import classes from './presentation.module.css';

interface PageListProps {
  deck: ShownDeck;
  opened: boolean;
  onClose: () => void;
  onPage: (page: number) => void;
}

/** All pages, small: to jump to one. */
export function PageList({ deck, opened, onClose, onPage }: PageListProps) {
  const { t } = useTranslation('room');
  const pages = Array.from({ length: deck.pages }, (_, i) => i + 1);
  const choose = (page: number): void => {
    onClose();
    onPage(page);
  };
  return (
    <Dialog opened={opened} title={t('presentation.pages')} onClose={onClose}>
      <ol className={classes.pages}>
        {pages.map((page) => (
          <li key={page}>
            <UnstyledButton
              className={classes.thumb}
              aria-label={t('presentation.goTo', { page })}
              aria-current={page === deck.page ? 'page' : undefined}
              data-autofocus={page === deck.page || undefined}
              onClick={() => choose(page)}
            >
              <img src={pageUrl(deck.materialId, page, true)} alt="" loading="lazy" />
              <span>{page}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
