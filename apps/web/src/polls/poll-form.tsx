import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Stack.layer.css';
import type { Poll, PollKind } from '@lectern/contracts';
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import { draftOf, emptyDraft, faultOf, hasOptions, MOST_OPTIONS, type PollDraft, withRoom } from './draft';
import classes from './polls.module.css';
import { useSavePoll } from './use-poll-drafts';

const kinds: readonly PollKind[] = ['single', 'multiple', 'rating', 'words', 'quiz'];

interface PollFormProps {
  webinarId: string;
  /** The draft that is changed; a new one without it. */
  poll?: Poll | undefined;
  onDone: () => void;
}

/** Where polls are written, before the session and in it. */
export function PollForm({ webinarId, poll, onDone }: PollFormProps) {
  const { t } = useTranslation(['polls', 'common']);
  const [draft, setDraft] = useState<PollDraft>(poll ? draftOf(poll) : emptyDraft);
  const [tried, setTried] = useState(false);
  const save = useSavePoll(webinarId, poll?.id);
  const change = (part: Partial<PollDraft>): void => setDraft({ ...draft, ...part });
  const fault = faultOf(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!fault) save.mutate(draft, { onSuccess: onDone });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          label={t('form.kind')}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={draft.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as PollKind })}
        />
        <Textarea
          label={t('form.question')}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={500}
          value={draft.question}
          error={tried && fault === 'question' && t('form.fault.question')}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
        {hasOptions(draft.kind) && <Options draft={draft} onChange={(options) => change({ options })} />}
        {tried && fault && fault !== 'question' && (
          <Text size="sm" c="error" role="alert">
            {t(`form.fault.${fault}`)}
          </Text>
        )}
        <NativeSelect
          label={t('form.results')}
          data={(['live', 'closed'] as const).map((value) => ({ value, label: t(`form.show.${value}`) }))}
          value={draft.results}
          onChange={(event) => change({ results: event.currentTarget.value as Poll['results'] })}
        />
        <Checkbox
          label={t('form.anonymous')}
          description={t('form.anonymousHint')}
          checked={draft.anonymous}
          onChange={(event) => change({ anonymous: event.currentTarget.checked })}
        />
        <Problem error={save.error} />
        <Group gap="xs">
          <Button type="submit" size="compact-md" loading={save.isPending}>
            {t('form.save')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onDone}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface OptionsProps {
  draft: PollDraft;
  onChange: (options: PollDraft['options']) => void;
}

function Options({ draft: { kind, options }, onChange }: OptionsProps) {
  const { t } = useTranslation('polls');
  const change = (place: number, part: Partial<PollDraft['options'][number]>): void =>
    onChange(options.map((option, at) => (at === place ? { ...option, ...part } : option)));
  return (
    <fieldset className={classes.options}>
      <legend>{t('form.options')}</legend>
      {withRoom(options).map((option, place) => (
        <div key={place} className={classes.option}>
          <TextInput
            aria-label={t('form.option', { n: place + 1 })}
            placeholder={t('form.option', { n: place + 1 })}
            maxLength={200}
            value={option.text}
            onChange={(event) => {
              const text = event.currentTarget.value;
              if (place < options.length) change(place, { text });
              else if (options.length < MOST_OPTIONS) onChange([...options, { text, right: false }]);
            }}
          />
          {kind === 'quiz' && (
            <Checkbox
              label={t('form.right')}
              aria-label={t('form.rightOption', { n: place + 1 })}
              checked={option.right}
              disabled={place >= options.length}
              onChange={(event) => change(place, { right: event.currentTarget.checked })}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}
