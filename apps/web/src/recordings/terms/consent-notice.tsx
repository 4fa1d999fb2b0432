import type { RecordingTerms } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { IconPlayerRecordFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConsentWords, WhatIsKept } from './consent-text';
import classes from './terms.module.css';

/** Before entering: that it is recorded, to what one agrees, and what is kept. */
export function ConsentNotice({ terms, running }: { terms: RecordingTerms; running: boolean }) {
  const { t } = useTranslation('recording');
  return (
    <section
      className={classes.notice}
      data-running={running || undefined}
      aria-labelledby="consent-title"
      data-testid="consent"
    >
      <h2 className={classes.title} id="consent-title">
        <IconPlayerRecordFilled size={18} aria-hidden />
        {t(running ? 'consent.title' : 'consent.titlePlanned')}
      </h2>
      <ConsentWords terms={terms} />
      <details>
        <summary className={classes.summary}>{t('consent.kept')}</summary>
        <WhatIsKept terms={terms} />
      </details>
      <Text size="sm">{t('consent.refuse')}</Text>
    </section>
  );
}
