import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import type { ResourceMetadata } from '@lectern/contracts';
import { Checkbox, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './desk.module.css';

/** As it is typed: lists are lines of a text. */
export interface MetadataDraft {
  institutions: string;
  subjects: string;
  level: ResourceMetadata['level'];
  competencies: ResourceMetadata['competencies'];
  accessibility: ResourceMetadata['accessibility'];
}

interface MetadataFieldsProps {
  draft: MetadataDraft;
  onChange: (part: Partial<MetadataDraft>) => void;
  error: (field: string) => string | undefined;
}

const levels = ['primary', 'secondary', 'vocational', 'higher', 'teacher-training', 'other'] as const;
const features = ['signLanguage', 'audioDescription', 'longDescription', 'largePrint'] as const;
const framework = (['KA', 'KD', 'KC'] as const).map((level) => ({
  level,
  codes: ([1, 2, 3, 4, 5, 6] as const).map((aspect) => `${level}.${aspect}` as const),
}));

/** What helps others to find a resource, and to judge whether it is for them. */
export function MetadataFields({ draft, onChange, error }: MetadataFieldsProps) {
  const { t } = useTranslation('library');
  return (
    <fieldset className={classes.group}>
      <legend>{t('metadata.heading')}</legend>
      <Textarea
        size="md"
        label={t('metadata.institutions')}
        description={t('metadata.lines')}
        value={draft.institutions}
        onChange={(event) => onChange({ institutions: event.currentTarget.value })}
        error={error('institutions')}
        rows={2}
      />
      <Textarea
        size="md"
        label={t('metadata.subjects')}
        description={t('metadata.lines')}
        value={draft.subjects}
        onChange={(event) => onChange({ subjects: event.currentTarget.value })}
        error={error('subjects')}
        rows={3}
      />
      <NativeSelect
        size="md"
        label={t('metadata.level')}
        value={draft.level ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ level: levels.find((level) => level === value) ?? null })
        }
        data={[
          { value: '', label: t('metadata.levelOpen') },
          ...levels.map((value) => ({ value, label: t(`metadata.levels.${value}`) })),
        ]}
      />
      <MultiSelect
        size="md"
        label={t('metadata.competencies')}
        description={t('metadata.competenciesHint')}
        data={framework.map(({ level, codes }) => ({
          group: t(`metadata.stages.${level}`),
          items: codes.map((value) => ({ value, label: t(`competency.${value}`) })),
        }))}
        value={draft.competencies}
        onChange={(competencies) => onChange({ competencies: competencies })}
        searchable
        clearSearchOnChange
        hidePickedOptions
      />
      <Checkbox.Group
        size="md"
        label={t('metadata.accessibility')}
        description={t('metadata.accessibilityHint')}
        value={draft.accessibility}
        onChange={(accessibility) => onChange({ accessibility: accessibility })}
      >
        <div className={classes.boxes}>
          {features.map((value) => (
            <Checkbox key={value} value={value} label={t(`metadata.features.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </fieldset>
  );
}
