import type { MediaSource, Participant, StoppableSource } from '@lectern/contracts';
import { Menu } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { abilitiesIn } from '../../session/abilities';

interface TrackItemsProps {
  person: Participant;
  run: (work: () => Promise<unknown>) => void;
}

const stops = { microphone: 'stopMicrophone', camera: 'stopCamera', screen: 'stopScreen' } as const;
const asks = { microphone: 'askMicrophone', camera: 'askCamera' } as const;

/** By what each track is stopped. */
const stoppable: Record<MediaSource, StoppableSource> = {
  microphone: 'microphone',
  interpretation: 'microphone',
  camera: 'camera',
  screen: 'screen',
  'screen-audio': 'screen',
};

/** What somebody on the stage sends can be stopped; what they do not send they can be asked for. */
export function TrackItems({ person, run }: TrackItemsProps) {
  const { t } = useTranslation('room');
  const { commands, notices } = useLiveRoom();
  const on = useSent(person.id);
  const spotlight = useRoom((state) => state.controls.spotlight === person.id);
  const interprets = person.role === 'interpreter';
  if (!abilitiesIn(person).stage || !person.present) return null;
  const ask = (source: keyof typeof asks): void =>
    run(async () => {
      await commands.controls.ask(person.id, source);
      notices.push(t('controls.asked', { name: person.displayName }));
    });
  return (
    <>
      {(interprets ? (['camera'] as const) : (['microphone', 'camera'] as const)).map((source) =>
        on.has(source) ? null : (
          <Menu.Item key={source} onClick={() => ask(source)}>
            {t(`controls.${asks[source]}`)}
          </Menu.Item>
        ),
      )}
      {(['microphone', 'camera', 'screen'] as const).map((source) =>
        on.has(source) ? (
          <Menu.Item key={source} onClick={() => run(() => commands.controls.stop(person.id, source))}>
            {t(`controls.${stops[source]}`)}
          </Menu.Item>
        ) : null,
      )}
      <Menu.Item onClick={() => run(() => commands.controls.configure({ spotlight: spotlight ? null : person.id }))}>
        {t(spotlight ? 'controls.spotlightOff' : 'controls.spotlight')}
      </Menu.Item>
    </>
  );
}

/** What this person sends now. */
function useSent(participantId: string): ReadonlySet<StoppableSource> {
  const producers = useRoom((state) => state.producers);
  return useMemo(() => {
    const own = producers.filter((info) => info.participantId === participantId && !info.paused);
    return new Set(own.map(({ source }) => stoppable[source]));
  }, [producers, participantId]);
}
