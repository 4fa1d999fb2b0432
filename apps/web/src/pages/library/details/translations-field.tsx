import type { ResourceMetadata } from '@lectern/contracts';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { offeredLanguages, ownName } from '../../../languages/names';
import classes from './desk.module.css';

type Translation = ResourceMetadata['translations'][number];

interface TranslationsFieldProps {
  value: Translation[];
  onChange: (translations: Translation[]) => void;
  error: string | undefined;
}

const MOST = 20;

/** Title and abstract in further languages, so that people find it in theirs. */
export function TranslationsField({ value, onChange, error }: TranslationsFieldProps) {
  const { t } = useTranslation('library');
  const replace = (index: number, part: Partial<Translation>) =>
    onChange(value.map((old, at) => (at === index ? { ...old, ...part } : old)));
  const free = offeredLanguages.find((tag) => !value.some(({ language }) => language === tag));
  return (
    <fieldset className={classes.group}>
      <legend>{t('translations.heading')}</legend>
      {value.map((translation, index) => (
        <div key={index} className={classes.translation}>
          <NativeSelect
            size="md"
            label={t('translations.language')}
            value={translation.language}
            onChange={(event) => replace(index, { language: event.currentTarget.value })}
            data={[...new Set([translation.language, ...offeredLanguages])].map((tag) => ({
              value: tag,
              label: ownName(tag),
            }))}
          />
          <TextInput
            size="md"
            dir="auto"
            lang={translation.language}
            label={t('details.title')}
            value={translation.title}
            onChange={(event) => replace(index, { title: event.currentTarget.value })}
            error={translation.title.trim() === '' && t('details.titleMissing')}
            maxLength={160}
            required
          />
          <Textarea
            size="md"
            dir="auto"
            lang={translation.language}
            label={t('details.description')}
            value={translation.description}
            onChange={(event) => replace(index, { description: event.currentTarget.value })}
            maxLength={10_000}
            rows={3}
          />
          <Button
            variant="subtle"
            color="red"
            className={classes.remove}
            leftSection={<IconTrash size={18} />}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            {t('translations.remove', { language: ownName(translation.language) })}
          </Button>
        </div>
      ))}
      {error && <p role="alert">{error}</p>}
      {free && value.length < MOST && (
        <Button
          variant="default"
          className={classes.add}
          leftSection={<IconPlus size={18} />}
          onClick={() => onChange([...value, { language: free, title: '', description: '' }])}
        >
          {t('translations.add')}
        </Button>
      )}
    </fieldset>
  );
}
