import { IconPresentation } from '@tabler/icons-react';
import i18next from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from '../bar/bar-button';
import { useRoom } from '../room-context';
import { Dialog } from '../ui/dialog';
import { useHotkeysOffFields } from '../ui/use-hotkeys-off-fields';

/** Loaded when a presenter first opens the list. */
const MaterialChoice = lazy(async () => {
  const [{ MaterialChoice: component }] = await Promise.all([
    import('./material-choice'),
    i18next.loadNamespaces('materials'),
  ]);
  return { default: component };
});

/** Opens the list of slides and videos, to show one of them to everyone. */
export function PresentButton() {
  const { t } = useTranslation('room');
  const [open, setOpen] = useState(false);
  const shown = useRoom((state) => state.presentation.shown !== null);
  useHotkeysOffFields({ t: () => setOpen(true) });
  return (
    <>
      <BarButton
        icon={<IconPresentation />}
        state={t('presentation.button')}
        action={t('presentation.buttonAction')}
        hotkey="T"
        pressed={shown}
        onClick={() => setOpen(true)}
      />
      <Dialog opened={open} title={t('presentation.title')} onClose={() => setOpen(false)}>
        <Suspense fallback={null}>
          <MaterialChoice onShown={() => setOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  );
}
