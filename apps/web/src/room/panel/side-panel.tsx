import { ActionIcon } from '@mantine/core';
import { IconArrowsMaximize, IconArrowsMinimize, IconX } from '@tabler/icons-react';
import { Activity, type ActivityProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities } from '../room-context';
import { ChatPanel } from './chat/chat-panel';
import classes from './panel.module.css';
import { PanelTabs } from './panel-tabs';
import { PeoplePanel } from './people/people-panel';
import { PollsPanel } from './polls/polls-panel';
import { QaPanel } from './qa/qa-panel';
import type { PanelTab } from './use-counts';

interface SidePanelProps {
  open: PanelTab | null;
  wide: boolean;
  onOpen: (tab: PanelTab | null) => void;
  onWide: (wide: boolean) => void;
  /** The panel keeps its place while there is no time to draw what is in it. */
  content: ActivityProps['mode'];
}

/** Q&A, chat and people beside the stage; on a phone a sheet under it. The tabs stay when it is folded. */
export function SidePanel({ open, wide, onOpen, onWide, content }: SidePanelProps) {
  const { t } = useTranslation('room');
  return (
    <aside className={classes.panel} data-open={open !== null || undefined} data-wide={wide || undefined}>
      <Activity mode={content}>
        <div className={classes.head}>
          <PanelTabs open={open} onOpen={onOpen} />
          {open && <HeadButtons wide={wide} onWide={onWide} onFold={() => onOpen(null)} qa={open === 'qa'} />}
        </div>
        {open && (
          <div className={classes.content} role="tabpanel" id="room-panel" aria-labelledby={`room-tab-${open}`}>
            <h2 className={classes.heading}>{t(`panel.${open}`)}</h2>
            {open === 'qa' && <QaPanel wide={wide} />}
            {open === 'chat' && <ChatPanel />}
            {open === 'polls' && <PollsPanel />}
            {open === 'people' && <PeoplePanel />}
          </div>
        )}
      </Activity>
    </aside>
  );
}

interface HeadButtonsProps {
  wide: boolean;
  qa: boolean;
  onWide: (wide: boolean) => void;
  onFold: () => void;
}

function HeadButtons({ wide, qa, onWide, onFold }: HeadButtonsProps) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const Icon = wide ? IconArrowsMinimize : IconArrowsMaximize;
  return (
    <>
      {moderate && qa && (
        <ActionIcon
          className={classes.widen}
          variant="subtle"
          color="gray"
          aria-label={t(wide ? 'panel.narrow' : 'panel.widen')}
          onClick={() => onWide(!wide)}
        >
          <Icon size={18} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={t('panel.fold')} onClick={onFold}>
        <IconX size={18} aria-hidden />
      </ActionIcon>
    </>
  );
}
