import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Why something is taken out of the library, as everybody will read it: it must be said, once somebody has tried without. */
export function useReason(isNeeded: boolean) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = isNeeded && reason.trim() === '';
  /** @param go with the reason, when it is there */
  const attempt = (go: (reason: string) => void) => {
    setTried(true);
    if (!isMissing) go(reason);
  };
  return { reason, setReason, isFaulty: isTried && isMissing, attempt };
}

interface ReasonFieldProps {
  label: string;
  of: ReturnType<typeof useReason>;
}

export function ReasonField({ label, of: { reason, setReason, isFaulty } }: ReasonFieldProps) {
  const { t } = useTranslation('review');
  return (
    <Textarea
      size="md"
      label={label}
      description={t('withdraw.hint')}
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      error={isFaulty ? t('withdraw.missing') : undefined}
      maxLength={1_000}
      rows={2}
      autoFocus
      required
    />
  );
}
