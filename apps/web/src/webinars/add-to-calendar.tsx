import type { Webinar } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { icsOf } from './ics';

export function AddToCalendar({ webinar, url }: { webinar: Webinar; url: string }) {
  const { t } = useTranslation('webinar');
  const save = () => {
    const file = new Blob([icsOf({ ...webinar, url }, new Date())], { type: 'text/calendar;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = 'webinar.ics';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <Button variant="default" leftSection={<IconCalendarPlus size={18} />} onClick={save}>
      {t('addToCalendar')}
    </Button>
  );
}
