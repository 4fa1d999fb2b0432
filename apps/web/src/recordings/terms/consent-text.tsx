import type { RecordingTerms } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choiceKeys } from './choice-keys';
import classes from './terms.module.css';

/** The words that one agrees to: the hosts' own, or those that come with Lectern. */
export function ConsentWords({ terms }: { terms: RecordingTerms }) {
  const { t } = useTranslation('recording');
  return (
    <Text className={classes.words} dir="auto">
      {terms.consentText ?? t('consent.standard')}
    </Text>
  );
}

/** What is recorded and what is not, and what is known of the one who agrees. */
export function WhatIsKept({ terms }: { terms: RecordingTerms }) {
  const { t } = useTranslation('recording');
  const list = (wanted: boolean) => choiceKeys.filter((key) => terms.choices[key] === wanted);
  return (
    <div className={classes.kept}>
      <Choices title={t('consent.recorded')} keys={list(true)} />
      {list(false).length > 0 && <Choices title={t('consent.notRecorded')} keys={list(false)} />}
      <p>{t('consent.never')}</p>
      <p>{t('consent.leave')}</p>
      <p>{t('consent.proof')}</p>
    </div>
  );
}

function Choices({ title, keys }: { title: string; keys: readonly (typeof choiceKeys)[number][] }) {
  const { t } = useTranslation('recording');
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      <ul>
        {keys.map((key) => (
          <li key={key}>{t(`choice.${key}`)}</li>
        ))}
      </ul>
    </>
  );
}
