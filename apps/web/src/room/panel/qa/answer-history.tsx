import type { EventOutput } from '@lectern/contracts';
import { Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { timeOfDay } from '../../ui/format';
import { useAction } from '../../ui/use-action';
import { useQuestionCommands } from './use-question-commands';

type Versions = EventOutput<'question:answer-history'>['versions'];

interface AnswerHistoryProps {
  questionId: string;
  answerId: string;
  onClose: () => void;
}

/** What an answer has said, newest first, and who wrote it when. */
export function AnswerHistory({ questionId, answerId, onClose }: AnswerHistoryProps) {
  const { t, i18n } = useTranslation('room');
  const commands = useQuestionCommands();
  const act = useAction();
  const [versions, setVersions] = useState<Versions>([]);
  useEffect(() => {
    void act(async () => setVersions((await commands.answerHistory(questionId, answerId)).versions));
  }, [act, commands, questionId, answerId]);
  return (
    <Dialog opened onClose={onClose} title={t('qa.history.title')}>
      <Stack gap="sm">
        {versions.map(({ text, author, writtenAt }) => (
          <div key={writtenAt}>
            <Text size="xs" c="dimmed">
              <bdi>{author}</bdi> · {timeOfDay(writtenAt, i18n.language)}
            </Text>
            <Text size="sm" dir="auto">
              {text}
            </Text>
          </div>
        ))}
      </Stack>
    </Dialog>
  );
}
