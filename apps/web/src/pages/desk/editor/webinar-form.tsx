import './styles';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '../../../api/errors';
import { LanguagesField } from '../../../languages/languages-field';
import { Problem } from '../../../ui/problem';
import { AgendaFields } from './agenda-fields';
import { bodyOf, type DraftProblem, problemsOf, type WebinarBody, type WebinarDraft } from './draft';
import classes from './webinar-form.module.css';
import { WhenFields } from './when-fields';

interface WebinarFormProps {
  initial: WebinarDraft;
  action: string;
  isSaving: boolean;
  error: Error | null;
  onSave: (body: WebinarBody) => void;
}

export function WebinarForm({ initial, action, isSaving, error, onSave }: WebinarFormProps) {
  const { t } = useTranslation(['desk', 'common']);
  const [draft, setDraft] = useState(initial);
  const { form, tried, setTried } = useTries();
  const change = (part: Partial<WebinarDraft>) => setDraft((old) => ({ ...old, ...part }));
  const problems = tried > 0 ? problemsOf(draft) : [];
  const message = (problem: DraftProblem, words: string, ...names: string[]) => {
    if (problems.includes(problem)) return words;
    return isApiError(error) ? names.map((name) => error.field(name)).find(Boolean) : undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried((count) => count + 1);
    const body = bodyOf(draft);
    if (body) onSave(body);
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('editor.name')}
        placeholder={t('editor.namePlaceholder')}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={message('title', t('editor.nameMissing'), 'title')}
        size="md"
        maxLength={160}
        required
        autoFocus
      />
      <WhenFields
        draft={draft}
        onChange={change}
        error={message('when', t('editor.whenMissing'), 'startsAt', 'timeZone')}
      />
      <LanguagesField
        label={t('editor.languages')}
        description={t('editor.languagesHint')}
        placeholder={t('editor.languagesPlaceholder')}
        nothingFound={t('editor.languagesNone')}
        value={draft.languages}
        onChange={(languages) => change({ languages })}
        error={message('languages', t('editor.languagesMissing'), 'languages')}
      />
      <Textarea
        label={`${t('editor.description')} (${t('common:optional')})`}
        description={t('editor.descriptionHint')}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
        error={isApiError(error) && error.field('description')}
        size="md"
        rows={6}
        maxLength={10_000}
      />
      <AgendaFields
        items={draft.agenda}
        durationMinutes={draft.durationMinutes}
        onChange={(agenda) => change({ agenda })}
      />
      <Problem error={error} />
      <div>
        <Button type="submit" size="md" loading={isSaving}>
          {action}
        </Button>
      </div>
    </form>
  );
}

/** After a try that failed, the keyboard is in the first field that must be mended. */
function useTries() {
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(0);
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  return { form, tried, setTried };
}
