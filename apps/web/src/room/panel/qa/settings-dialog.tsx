import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import type { QaSettings, QaSettingsChange } from '@lectern/contracts';
import { Anchor, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { Dialog } from '../../ui/dialog';
import { useAction } from '../../ui/use-action';
import { useQuestionCommands } from './use-question-commands';

type Flag = { [K in keyof QaSettings]: QaSettings[K] extends boolean ? K : never }[keyof QaSettings];

const flags: readonly Flag[] = ['moderated', 'anonymous', 'anonymousToStaff', 'upvoting'];
const limits = [1, 2, 3, 5, 10, 20, 50, 100];

/** How questions are taken: each change holds at once, for everyone. */
export function QaSettingsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('room');
  const commands = useQuestionCommands();
  const act = useAction();
  const qa = useRoom((state) => state.qa);
  const change = (settings: QaSettingsChange): void => void act(() => commands.configure(settings));
  const counts = [...new Set([...limits, qa.mostOpen])].sort((a, b) => a - b).map(String);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('qa.settings.title')}>
      <Stack>
        {flags.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`qa.settings.${flag}`)}
            description={t(`qa.settings.${flag}Hint`)}
            checked={qa[flag]}
            disabled={flag === 'anonymousToStaff' && !qa.anonymous}
            onChange={(event) => change({ [flag]: event.currentTarget.checked })}
          />
        ))}
        <NativeSelect
          label={t('qa.settings.answerers')}
          data={(['presenters', 'staff'] as const).map((value) => ({ value, label: t(`qa.settings.by.${value}`) }))}
          value={qa.answerers}
          onChange={(event) => change({ answerers: event.currentTarget.value as QaSettings['answerers'] })}
        />
        <NativeSelect
          label={t('qa.settings.mostOpen')}
          data={counts}
          value={String(qa.mostOpen)}
          onChange={(event) => change({ mostOpen: Number(event.currentTarget.value) })}
        />
      </Stack>
    </Dialog>
  );
}

/** All questions as files, for staff. */
export function ExportLinks() {
  const { t } = useTranslation('room');
  const { webinarId } = useLiveRoom().session;
  return (
    <Group gap="sm">
      {(['csv', 'json'] as const).map((format) => (
        <Anchor key={format} size="xs" href={`/api/webinars/${webinarId}/questions.${format}`} download>
          {t(`qa.export.${format}`)}
        </Anchor>
      ))}
    </Group>
  );
}
