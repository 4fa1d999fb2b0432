import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu } from '@mantine/core';
import { IconCheck, IconLayoutGrid } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PictureWindow } from '../media/picture-window';
import { useLiveRoom, useView } from '../room-context';
import { canFillScreen } from '../stage/full-screen';
import { layoutModes } from '../stage/layout';
import { useStageWindows } from '../stage/use-stage-windows';
import { BarButton } from './bar-button';
import classes from './top-bar.module.css';

/** How this viewer looks at the stage. */
export function LayoutMenu() {
  const { t } = useTranslation('room');
  const { view } = useLiveRoom();
  const layout = useView((state) => state.layout);
  const pinned = useView((state) => state.pinned !== null);
  const { fillScreen, pictureInPicture } = useStageWindows();
  return (
    <Menu position="top-end" width={280} withinPortal>
      <Menu.Target>
        <BarButton icon={<IconLayoutGrid />} state={t('bar.layout')} action={t('bar.layout')} />
      </Menu.Target>
      <Menu.Dropdown>
        {layoutModes.map((mode) => (
          <Menu.Item
            key={mode}
            aria-current={(mode === layout && !pinned) || undefined}
            onClick={() => view.set({ layout: mode, pinned: null })}
            rightSection={mode === layout && !pinned && <IconCheck size={16} aria-hidden />}
          >
            {t(`settings.${mode}`)}
            <small className={classes.hint}>{t(`settings.${mode}Hint`)}</small>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {canFillScreen() && (
          <Menu.Item rightSection={<kbd>F</kbd>} onClick={fillScreen}>
            {t('bar.fullScreen')}
          </Menu.Item>
        )}
        {PictureWindow.supported && (
          <Menu.Item rightSection={<kbd>P</kbd>} onClick={pictureInPicture}>
            {t('bar.pictureInPicture')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
