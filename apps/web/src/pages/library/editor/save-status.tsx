import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './use-draft';

/** Said aloud only where it matters: every pause in typing is a save. */
export function SaveStatus({ state, merged }: { state: SaveState; merged: boolean }) {
  const { t } = useTranslation('library');
  return (
    <div>
      <Text size="sm" fw={600} data-testid="save-state" aria-live={state === 'failed' ? 'assertive' : 'off'}>
        {t(`editor.state.${state}`)}
      </Text>
      <Text size="sm" role="status">
        {merged && t('editor.merged')}
      </Text>
    </div>
  );
}
