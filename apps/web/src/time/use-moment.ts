import { useTranslation } from 'react-i18next';
import { type Moment, regionOf } from './format';
import { ownTimeZone } from './zoned';

/** The reader's locale and zone. */
export function useMoment(): Moment {
  const { i18n } = useTranslation();
  return { locale: regionOf(i18n.language), timeZone: ownTimeZone() };
}
