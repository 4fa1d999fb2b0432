import type { ResourceDetail, ResourceVersion } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DescribeForm, SureForm } from './version-forms';
import { useVersionStep } from './use-version-step';
import { VersionContentView } from './version-content';
import classes from './versions.module.css';

type Open = 'show' | 'describe' | 'restore' | 'forget';

interface VersionActionsProps {
  resource: ResourceDetail;
  version: ResourceVersion;
}

/** What can be done with a version by who works on its resource; one thing is open at a time. */
export function VersionActions({ resource, version }: VersionActionsProps) {
  const { t } = useTranslation('library');
  const [open, setOpen] = useState<Open | null>(null);
  const { current } = version;
  const isDraft = resource.status !== 'published';
  const offered: [Open, boolean][] = [
    ['show', true],
    ['describe', resource.mayEdit],
    // Of what is a draft now, the version that was public last can be brought back too.
    ['restore', resource.mayEdit && (!current || isDraft)],
    ['forget', !current && resource.may.includes('forget-version')],
  ];
  return (
    <>
      <div className={classes.actions}>
        {offered.map(([action, isOffered]) => {
          if (!isOffered) return null;
          const isOpen = open === action;
          return (
            <Button
              key={action}
              variant="default"
              size="xs"
              aria-expanded={isOpen}
              onClick={() => setOpen(isOpen ? null : action)}
            >
              {t(isOpen && action === 'show' ? 'versions.hide' : `versions.${action}`)}
            </Button>
          );
        })}
      </div>
      {open && <Opened open={open} resource={resource} version={version} onDone={() => setOpen(null)} />}
    </>
  );
}

function Opened({ open, resource, version, onDone }: VersionActionsProps & { open: Open; onDone: () => void }) {
  const { t } = useTranslation('library');
  const { number } = version;
  const step = useVersionStep(resource.id, number, onDone);
  switch (open) {
    case 'show':
      return <VersionContentView resourceId={resource.id} number={number} />;
    case 'describe':
      return <DescribeForm note={version.note} step={step} onCancel={onDone} />;
    case 'restore': {
      const hint = t(resource.status === 'published' ? 'versions.restorePublic' : 'versions.restoreDraft');
      const words = { hint, does: t('versions.restoreDo', { number }) };
      return <SureForm {...words} step={step} onSure={() => step.mutate({ step: 'restore' })} onCancel={onDone} />;
    }
    case 'forget': {
      const words = { hint: t('versions.forgetHint'), does: t('versions.forgetDo', { number }) };
      return (
        <SureForm {...words} isFinal step={step} onSure={() => step.mutate({ step: 'forget' })} onCancel={onDone} />
      );
    }
  }
}
