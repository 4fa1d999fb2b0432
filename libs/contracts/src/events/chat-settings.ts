import { z } from 'zod';
import { LanguageTag, line } from '../primitives';

/** How people write to everyone in one webinar; its staff decide. Staff themselves are bound by none of it. */
export const ChatSettings = z
  .object({
    /** What attendees write waits for a moderator; else everyone sees it at once. */
    moderated: z.boolean(),
    /** Seconds that one person waits between two messages; 0 is no slow mode. */
    slowSeconds: z.number().int().min(0).max(300),
    /** Who may send links. */
    links: z.enum(['everyone', 'staff']),
    /** What becomes of a message with a word of the filter: it waits for a moderator, or is not taken. */
    filtered: z.enum(['hold', 'refuse']),
  })
  .meta({ id: 'ChatSettings' });
export type ChatSettings = z.infer<typeof ChatSettings>;

/** Only what is to be changed. */
export const ChatSettingsChange = ChatSettings.partial();
export type ChatSettingsChange = z.infer<typeof ChatSettingsChange>;

/** As long as nobody has said otherwise. */
export const defaultChatSettings: ChatSettings = {
  moderated: false,
  slowSeconds: 0,
  links: 'everyone',
  filtered: 'hold',
};

export const MOST_WORD_LISTS = 12;

/** Words and phrases of one language that the filter looks for, as whole words. */
export const WordList = z.object({ language: LanguageTag, words: z.array(line(60)).max(200) }).meta({ id: 'WordList' });
export type WordList = z.infer<typeof WordList>;
