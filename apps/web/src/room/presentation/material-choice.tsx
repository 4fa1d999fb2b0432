import type { Material } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MaterialList } from '../../materials/material-list';
import { useLiveRoom, useRoom } from '../room-context';
import { useAction } from '../ui/use-action';

/** The webinar's slides and videos, each with a button that shows it. */
export function MaterialChoice({ onShown }: { onShown: () => void }) {
  const { webinarId } = useLiveRoom().session;
  return (
    <MaterialList webinarId={webinarId} actions={(material) => <ShowButton material={material} onShown={onShown} />} />
  );
}

function ShowButton({ material: { id, title }, onShown }: { material: Material; onShown: () => void }) {
  const { t } = useTranslation('materials');
  const { presentation } = useLiveRoom();
  const act = useAction();
  const shown = useRoom((state) => state.presentation.shown?.materialId === id);
  if (shown)
    return (
      <Text size="sm" fw={600}>
        {t('shown')}
      </Text>
    );
  const show = async (): Promise<void> => {
    if (await act(() => presentation.show(id))) onShown();
  };
  return (
    <Button size="sm" aria-label={t('showName', { name: title })} onClick={() => void show()}>
      {t('show')}
    </Button>
  );
}
