import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import { Modal } from '@mantine/core';
import { type PropsWithChildren, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './dialog.module.css';

interface DialogProps {
  opened: boolean;
  title: string;
  onClose: () => void;
}

/** A dialog over the room: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ opened, title, onClose, children }: PropsWithChildren<DialogProps>) {
  const { t } = useTranslation('room');
  useFocusBack(opened);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      classNames={classes}
      closeButtonProps={{ 'aria-label': t('closeDialog') }}
      centered
      returnFocus={false}
    >
      {children}
    </Modal>
  );
}

/** Mantine's own way misses a dialog that is open from its first moment, and one that is taken away while open. */
function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [opened]);
}
