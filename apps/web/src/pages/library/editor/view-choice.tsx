import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import classes from './editor.module.css';
import { ALL, SPOKEN, type View } from './view';

interface ViewChoiceProps {
  views: readonly View[];
  view: View;
  onChange: (view: View) => void;
}

/** Of a transcript in several languages: whether all of it is corrected, or one language at a time. */
export function ViewChoice({ views, view, onChange }: ViewChoiceProps) {
  const { t } = useTranslation('library');
  const names: Record<View, string> = { [ALL]: t('editor.view.all'), [SPOKEN]: t('editor.view.spoken') };
  return (
    <NativeSelect
      className={classes.view}
      label={t('editor.view.label')}
      value={view}
      data={views.map((value) => ({ value, label: names[value] ?? ownName(value) }))}
      onChange={({ currentTarget: { value } }) => onChange(value)}
    />
  );
}
