import { SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../room-context';
import { captionSizes } from './captions';
import { useCaptions } from './use-captions';

/** Off, or on in a size. */
export function CaptionSettings() {
  const { t } = useTranslation('room');
  const { captions } = useLiveRoom();
  const value = useCaptions(({ on, size }) => (on ? size : 'off'));
  const choices = ['off', ...captionSizes] as const;
  const choose = (choice: string): void => {
    const size = captionSizes.find((one) => one === choice);
    captions.choose(size ? { on: true, size } : { on: false });
  };
  return (
    <div>
      <Text size="sm" fw={500} id="captions-label">
        {t('captions.name')}
      </Text>
      <SegmentedControl
        fullWidth
        aria-labelledby="captions-label"
        data={choices.map((one) => ({ value: one, label: t(`captions.size.${one}`) }))}
        value={value}
        onChange={choose}
      />
    </div>
  );
}
