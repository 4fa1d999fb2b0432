import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../languages/names';
import { useLiveRoom, useMedia, useRoom } from '../room-context';
import { type Channel, channelsOf } from './channels';

const none: readonly string[] = [];

/** The languages that can be listened to now, and whether somebody interprets into them. */
export function useChannels(): readonly Channel[] {
  const languages = useRoom((state) => state.webinar?.languages ?? none);
  const stage = useRoom((state) => state.stage);
  const producers = useRoom((state) => state.producers);
  const chosen = useMedia((state) => state.channel !== null);
  return useMemo(() => channelsOf(languages, stage, producers, chosen), [languages, stage, producers, chosen]);
}

/**
 * Tells once, when interpretation begins, that there is some: whoever does not understand the room must not miss it. It
 * goes when a language is chosen.
 */
export function useChannelOffer(): void {
  const { t } = useTranslation('room');
  const { notices } = useLiveRoom();
  const channels = useChannels();
  const listens = useMedia((state) => state.listening.channel !== null);
  const interprets = useRoom((state) => state.me?.role === 'interpreter');
  const told = useRef<number>(null);
  const languages = channels.flatMap(({ language, onAir }) => (onAir ? [ownName(language)] : [])).join(', ');
  useEffect(() => {
    if (told.current !== null && listens) notices.dismiss(told.current);
    if (told.current !== null || languages === '' || listens || interprets) return;
    told.current = notices.push(t('listen.offer', { languages, original: t('listen.original') }));
  }, [t, notices, languages, listens, interprets]);
}
