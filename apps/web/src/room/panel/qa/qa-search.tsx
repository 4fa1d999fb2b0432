import '@mantine/core/styles/Input.layer.css';
import { Button, TextInput } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import classes from './qa.module.css';
import { ExportLinks, QaSettingsDialog } from './settings-dialog';

interface QaSearchProps {
  search: string;
  onSearch: (search: string) => void;
  forMe: boolean;
  onForMe: (forMe: boolean) => void;
  children?: ReactNode;
}

const MANY = 8;

/** Above the questions: search, one's own queue, and for hosts the settings. */
export function QaSearch({ search, onSearch, forMe, onForMe, children }: QaSearchProps) {
  const { t } = useTranslation('room');
  const { moderate, answer, run } = useAbilities();
  const many = useRoom((state) => state.questions.size >= MANY || state.moreQuestions);
  const [open, setOpen] = useState(false);
  if (!many && !answer && search === '') return null;
  return (
    <div className={classes.tools}>
      <TextInput
        className={classes.search}
        size="xs"
        type="search"
        aria-label={t('qa.search')}
        placeholder={t('qa.search')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      {answer && (
        <Button
          size="compact-xs"
          variant={forMe ? 'light' : 'default'}
          aria-pressed={forMe}
          onClick={() => onForMe(!forMe)}
        >
          {t('qa.forMe')}
        </Button>
      )}
      {moderate && <ExportLinks />}
      {run && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconSettings size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('qa.settings.open')}
        </Button>
      )}
      {children}
      {run && <QaSettingsDialog opened={open} onClose={() => setOpen(false)} />}
    </div>
  );
}
