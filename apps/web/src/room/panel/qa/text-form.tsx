import '@mantine/core/styles/Input.layer.css';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSendKey } from '../send-key';
import classes from './qa.module.css';

interface TextFormProps {
  label: string;
  initial?: string;
  max: number;
  submit: string;
  /** Gives whether it went well; only then the form closes. */
  onSubmit: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** A box that opens in place, for an answer or a correction. Escape closes it. */
export function TextForm({ label, initial = '', max, submit, onSubmit, onClose }: TextFormProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent | React.KeyboardEvent): Promise<void> => {
    event.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    if (await onSubmit(text.trim())) onClose();
    else setBusy(false);
  };
  return (
    <form className={classes.form} onSubmit={(event) => void send(event)}>
      <Textarea
        aria-label={label}
        placeholder={label}
        data-autofocus
        autoFocus
        autosize
        minRows={2}
        maxRows={8}
        maxLength={max}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          else if (isSendKey(event)) void send(event);
        }}
      />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={busy} disabled={!text.trim()}>
          {submit}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
