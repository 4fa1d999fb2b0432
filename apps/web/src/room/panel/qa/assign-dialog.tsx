import type { Participant, Question } from '@lectern/contracts';
import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { abilitiesOf } from '../../session/abilities';
import { Dialog } from '../../ui/dialog';
import { useAction } from '../../ui/use-action';
import { RoleBadge } from '../role-badge';
import { useQuestionCommands } from './use-question-commands';

/** Who is to answer it. Staff and presenters come first in the list of people, so one page holds them. */
export function AssignDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useTranslation('room');
  const { commands: room } = useLiveRoom();
  const commands = useQuestionCommands();
  const act = useAction();
  const answerers = useRoom((state) => state.qa.answerers);
  const [people, setPeople] = useState<readonly Participant[]>([]);
  useEffect(() => {
    void act(async () => setPeople((await room.listPeople('')).participants));
  }, [act, room]);
  const assign = async (participantId: string | null): Promise<void> => {
    if (await act(() => commands.assign(question.id, participantId))) onClose();
  };
  const able = people.filter(({ role }) => abilitiesOf(role)[answerers === 'staff' ? 'moderate' : 'answer']);
  return (
    <Dialog opened onClose={onClose} title={t('qa.assign.title')}>
      <Stack gap="xs">
        {able.map(({ id, displayName, role }) => (
          <Button
            key={id}
            variant={question.assignee?.participantId === id ? 'light' : 'default'}
            rightSection={<RoleBadge role={role} />}
            onClick={() => void assign(id)}
          >
            <bdi>{displayName}</bdi>
          </Button>
        ))}
        {question.assignee && (
          <Button variant="subtle" onClick={() => void assign(null)}>
            {t('qa.assign.nobody')}
          </Button>
        )}
      </Stack>
    </Dialog>
  );
}
