import '@mantine/core/styles/ActionIcon.layer.css';
import type { AgendaItem } from '@lectern/contracts';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type DraftItem, nextItem } from './agenda-draft';
import classes from './webinar-form.module.css';

const MOST = 50;

interface AgendaFieldsProps {
  items: readonly DraftItem[];
  durationMinutes: number;
  onChange: (items: DraftItem[]) => void;
}

/** What happens when, in minutes from the start, so that a moved webinar keeps its agenda. */
export function AgendaFields({ items, durationMinutes, onChange }: AgendaFieldsProps) {
  const { t } = useTranslation(['desk', 'common']);
  const change = (key: string, part: Partial<AgendaItem>): void =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...part } : item)));
  return (
    <fieldset className={classes.agenda}>
      <legend>
        {t('editor.agenda')} ({t('common:optional')})
      </legend>
      {items.map((item, index) => (
        <AgendaRow
          key={item.key}
          item={item}
          number={index + 1}
          onChange={(part) => change(item.key, part)}
          onRemove={() => onChange(items.filter(({ key }) => key !== item.key))}
        />
      ))}
      {items.length < MOST && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...items, nextItem(items, durationMinutes)])}
        >
          {t('editor.agendaAdd')}
        </Button>
      )}
    </fieldset>
  );
}

interface AgendaRowProps {
  item: DraftItem;
  number: number;
  onChange: (part: Partial<AgendaItem>) => void;
  onRemove: () => void;
}

function AgendaRow({ item, number, onChange, onRemove }: AgendaRowProps) {
  const { t } = useTranslation('desk');
  return (
    <div className={classes.agendaRow} data-testid="agenda-row">
      <TextInput
        type="number"
        min={0}
        max={1440}
        label={t('editor.agendaMinute')}
        value={String(item.offsetMinutes)}
        onChange={(event) => onChange({ offsetMinutes: Number(event.currentTarget.value) })}
      />
      <TextInput
        label={t('editor.agendaTitle')}
        value={item.title}
        maxLength={160}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextInput
        label={t('editor.agendaSpeaker')}
        value={item.speaker}
        maxLength={120}
        onChange={(event) => onChange({ speaker: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t('editor.agendaRemove', { number })} onClick={onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
