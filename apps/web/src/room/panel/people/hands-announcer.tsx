import { VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';

/** Many hands at once are one sentence, not one each. */
const SETTLE_MS = 1000;

/** Tells staff by ear that somebody asks to speak, wherever they look. */
export function HandsAnnouncer() {
  const { t } = useTranslation('room');
  const [{ count, first }] = useDebouncedValue(
    useRoom((state) => state.hands),
    SETTLE_MS,
  );
  return (
    <VisuallyHidden role="status" data-testid="hands-announcer">
      {count > 0 && t('hands.announce', { count, name: first[0]?.displayName ?? '' })}
    </VisuallyHidden>
  );
}
