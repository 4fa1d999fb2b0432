import type { RecordingChoices } from '@lectern/contracts';
import { Checkbox, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choiceKeys, isSomething } from './choice-keys';
import classes from './terms.module.css';

interface ChoiceFieldsProps {
  choices: RecordingChoices;
  onChange: (choices: RecordingChoices) => void;
}

export function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const { t } = useTranslation('recording');
  return (
    <fieldset className={classes.choices}>
      <legend>{t('consent.recorded')}</legend>
      {choiceKeys.map((key) => (
        <Checkbox
          key={key}
          label={t(`choice.${key}`)}
          checked={choices[key]}
          // Without questions there are no names beside them.
          disabled={key === 'names' && !choices.questions}
          onChange={(event) => onChange({ ...choices, [key]: event.currentTarget.checked })}
        />
      ))}
      <Text size="sm" c="red" role="alert">
        {!isSomething(choices) && t('settings.nothing')}
      </Text>
    </fieldset>
  );
}
