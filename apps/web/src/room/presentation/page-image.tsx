import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './presentation.module.css';

/** A page; when it cannot be loaded, what can be done about it. */
export function PageImage({ src, alt }: { src: string; alt: string }) {
  const { t } = useTranslation('room');
  const [tries, setTries] = useState(0);
  const [broken, setBroken] = useState(false);
  const again = (): void => {
    setBroken(false);
    setTries(tries + 1);
  };
  if (broken)
    return (
      <div className={classes.broken} role="alert">
        <p>{t('presentation.imageBroken')}</p>
        <Button variant="default" size="xs" onClick={again}>
          {t('presentation.imageAgain')}
        </Button>
      </div>
    );
  const address = tries > 0 ? `${src}?again=${tries}` : src;
  return (
    <div aria-live="polite" aria-atomic className={classes.frame}>
      <img className={classes.page} src={address} alt={alt} onError={() => setBroken(true)} data-testid="page-image" />
    </div>
  );
}
