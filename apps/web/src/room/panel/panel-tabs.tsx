import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChartBar, IconMessage, IconMessageQuestion, IconUsers } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../room-context';
import classes from './panel.module.css';
import { type PanelTab, useCounts } from './use-counts';

const tabs: readonly PanelTab[] = ['qa', 'chat', 'polls', 'people'];
const icons = { qa: IconMessageQuestion, chat: IconMessage, polls: IconChartBar, people: IconUsers };
const keys: Partial<Record<PanelTab, string>> = { qa: 'Q', chat: 'T', polls: 'O' };

interface PanelTabsProps {
  open: PanelTab | null;
  onOpen: (tab: PanelTab | null) => void;
}

/** The tabs of the panel with what is new in each; pressing the open one folds it. */
export function PanelTabs({ open, onOpen }: PanelTabsProps) {
  const { t } = useTranslation('room');
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbourTab(event.key, document.documentElement.dir === 'rtl', open ?? 'qa');
    if (!next) return;
    event.preventDefault();
    onOpen(next);
    document.getElementById(`room-tab-${next}`)?.focus();
  };
  return (
    <div className={classes.tabs} role="tablist" aria-label={t('panel.label')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <Tab key={tab} tab={tab} open={open} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Tab({ tab, open, onOpen }: PanelTabsProps & { tab: PanelTab }) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const waiting = useRoom((state) => state.chat.waiting.length > 0);
  const toReview = moderate && tab !== 'polls' && (tab !== 'chat' || waiting);
  const counts = useCounts(open);
  const count = counts[tab];
  const selected = tab === open;
  const Icon = icons[tab];
  return (
    <UnstyledButton
      id={`room-tab-${tab}`}
      className={classes.tab}
      role="tab"
      aria-selected={selected}
      aria-controls={selected ? 'room-panel' : undefined}
      aria-keyshortcuts={keys[tab]}
      tabIndex={selected || (!open && tab === 'qa') ? 0 : -1}
      title={keys[tab] ? `${t(`panel.${tab}`)} (${keys[tab]})` : undefined}
      onClick={() => onOpen(selected ? null : tab)}
    >
      <Icon size={18} aria-hidden className={classes.tabIcon} />
      <span>{t(`panel.${tab}`)}</span>
      {count > 0 && (
        <span className={classes.count} data-tone={toReview ? 'wait' : undefined}>
          {count > 99 ? '99+' : count}
          <VisuallyHidden> {t(countWord(tab, toReview))}</VisuallyHidden>
        </span>
      )}
    </UnstyledButton>
  );
}

/** What the number of a tab counts. */
function countWord(tab: PanelTab, toReview: boolean) {
  if (tab === 'people') return 'hands.up';
  if (tab === 'polls') return 'panel.openPolls';
  if (toReview) return 'panel.waiting';
  return tab === 'chat' ? 'panel.unread' : 'panel.open';
}

function neighbourTab(key: string, rtl: boolean, current: PanelTab): PanelTab | undefined {
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined;
  const step = (key === 'ArrowRight') === rtl ? -1 : 1;
  return tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length];
}
