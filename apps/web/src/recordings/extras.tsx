import { ExtraFormat, type Recording } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconLayoutGrid, IconMessage2, IconMovie } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../languages/names';
import { Problem } from '../ui/problem';
import classes from './processing.module.css';
import { useProcessing } from './use-processing';

const icons = { webm: IconMovie, grid: IconLayoutGrid };

/** What can be made of a recording besides, and what of it could not be written down so far. */
export function Extras({ recording }: { recording: Recording }) {
  const { t } = useTranslation('webinar');
  const processing = useProcessing(recording.id);
  const { id, status, extras, failure, hasTracks } = recording;
  const missing = ExtraFormat.options.filter((format) => !extras.includes(format));
  if (status !== 'ready' || !hasTracks) return null;
  return (
    <div className={classes.extras}>
      {failure && <Text size="sm">{failure}</Text>}
      <Transcribe recording={recording} processing={processing} />
      {missing.length > 0 && (
        <div className={classes.buttons}>
          {missing.map((format) => {
            const Icon = icons[format];
            return (
              <Button
                key={format}
                variant="default"
                leftSection={<Icon size={18} />}
                aria-describedby={`${id}-${format}`}
                loading={processing.make.isPending && processing.make.variables === format}
                onClick={() => processing.make.mutate(format)}
              >
                {t(`recordings.extra.${format}`)}
              </Button>
            );
          })}
        </div>
      )}
      {missing.map((format) => (
        <Text key={format} id={`${id}-${format}`} size="sm" c="dimmed">
          {t(`recordings.extra.${format}Text`)}
        </Text>
      ))}
      <Problem error={processing.make.error ?? processing.transcribe.error} />
    </div>
  );
}

interface TranscribeProps {
  recording: Recording;
  processing: ReturnType<typeof useProcessing>;
}

/** Offered once there is a model; until then it is said that there is none. */
function Transcribe({ recording: { untranscribed, transcribable }, processing: { transcribe } }: TranscribeProps) {
  const { t } = useTranslation('webinar');
  if (untranscribed.length === 0) return null;
  const names = (tags: string[]) => tags.map(ownName).join(', ');
  if (transcribable.length === 0)
    return <Text size="sm">{t('recordings.untranscribed', { languages: names(untranscribed) })}</Text>;
  return (
    <>
      <Text size="sm">{t('recordings.transcribable', { languages: names(transcribable) })}</Text>
      <div>
        <Button
          leftSection={<IconMessage2 size={18} />}
          loading={transcribe.isPending}
          onClick={() => transcribe.mutate()}
        >
          {t('recordings.transcribeNow')}
        </Button>
      </div>
    </>
  );
}
