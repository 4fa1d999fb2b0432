import { Anchor, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatZone } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import classes from './webinar-form.module.css';

interface ZoneFieldProps {
  timeZone: string;
  /** The offset is shown as it will be then. */
  instant: Date;
  onChange: (timeZone: string) => void;
}

/** One line that says the zone; the list of zones only for those who ask for it. */
export function ZoneField({ timeZone, instant, onChange }: ZoneFieldProps) {
  const { t } = useTranslation('desk');
  const { locale } = useMoment();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <div className={classes.zone}>
        <span>{t('editor.zone', { zone: formatZone(instant, { locale, timeZone }) })}</span>
        <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)}>
          {t('editor.changeZone')}
        </Anchor>
      </div>
    );
  }
  return (
    <Select
      label={t('editor.zoneLabel')}
      description={t('editor.zone', { zone: formatZone(instant, { locale, timeZone }) })}
      data={zones(timeZone)}
      value={timeZone}
      onChange={(value) => value && onChange(value)}
      searchable
      autoFocus
      limit={60}
      allowDeselect={false}
      nothingFoundMessage={t('editor.zoneMissing')}
      size="md"
      mt="md"
    />
  );
}

/** Names with spaces, so that "phnom penh" finds Asia/Phnom_Penh. */
function zones(current: string) {
  const names = new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...names].toSorted().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
