import '@mantine/core/styles/Input.layer.css';
import type { WordList } from '@lectern/contracts';
import { Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offeredLanguages, ownName } from '../../../languages/names';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import { useChatCommands } from './use-chat-commands';
import { toWords } from './words';

/** The words of the filter, a list for each language; those of the webinar come first. */
export function WordLists() {
  const { t } = useTranslation('room');
  const commands = useChatCommands();
  const act = useAction();
  const [lists, setLists] = useState<readonly WordList[] | null>(null);
  const spoken = useRoom((state) => state.webinar?.languages);
  const [language, setLanguage] = useState(spoken?.[0] ?? 'en');
  useEffect(() => {
    void act(async () => setLists(await commands.wordLists()));
  }, [act, commands]);
  if (!lists) return null;
  const tags = [...new Set([...(spoken ?? []), ...lists.map((list) => list.language), ...offeredLanguages])];
  const label = (tag: string): string => {
    const count = lists.find((list) => list.language === tag)?.words.length ?? 0;
    return count > 0 ? t('chat.settings.languageCount', { language: ownName(tag), count }) : ownName(tag);
  };
  return (
    <>
      <NativeSelect
        label={t('chat.settings.language')}
        description={t('chat.settings.languageHint')}
        data={tags.map((value) => ({ value, label: label(value) }))}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
      <WordBox
        key={language}
        language={language}
        words={lists.find((list) => list.language === language)?.words ?? []}
        onSaved={setLists}
      />
    </>
  );
}

interface WordBoxProps {
  language: string;
  words: readonly string[];
  onSaved: (lists: readonly WordList[]) => void;
}

function WordBox({ language, words, onSaved }: WordBoxProps) {
  const { t } = useTranslation('room');
  const { notices } = useLiveRoom();
  const commands = useChatCommands();
  const act = useAction();
  const [text, setText] = useState(words.join('\n'));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void act(async () => {
      onSaved(await commands.saveWords(language, toWords(text)));
      notices.push(t('chat.settings.saved'), 'good');
    });
  };
  return (
    <form onSubmit={save}>
      <Textarea
        label={t('chat.settings.words', { language: ownName(language) })}
        description={t('chat.settings.wordsHint')}
        lang={language}
        dir="auto"
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" size="compact-md">
          {t('chat.settings.save')}
        </Button>
      </Group>
    </form>
  );
}
