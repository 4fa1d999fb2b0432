import { HAND_OVER_SECONDS } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../room-context';
import type { RoomState } from '../session/room-state';
import { useAsked } from './use-asked';
import { useCough } from './use-cough';

/** They must be able to work on what they have heard before it is asked again. */
const SLOW_DOWN_SECONDS = 10;

/** Silent while it is held; a short silence does not bring the room back to those who listen. */
export function CoughButton({ onAir }: { onAir: boolean }) {
  const { t } = useTranslation('room');
  const { held, handlers } = useCough();
  return (
    <Button
      size="xs"
      variant={held ? 'filled' : 'default'}
      disabled={!onAir && !held}
      aria-pressed={held}
      {...handlers}
    >
      {t('interpreter.cough')}
    </Button>
  );
}

interface AskButtonProps {
  words: string;
  /** While they have been asked. */
  asked: string;
  ask: () => Promise<void>;
  seconds: number;
}

function AskButton({ words, asked, ask, seconds }: AskButtonProps) {
  const state = useAsked(ask, seconds);
  return (
    <Button size="xs" variant="default" disabled={state.isAsked} onClick={state.ask}>
      {state.isAsked ? asked : words}
    </Button>
  );
}

/** To all who speak. */
export function SlowDownButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const words = { words: t('interpreter.slowDown'), asked: t('interpreter.slowDownAsked') };
  return <AskButton {...words} ask={() => commands.slowDown()} seconds={SLOW_DOWN_SECONDS} />;
}

/** Asks the colleagues; the channel stays on air until one of them is. */
export function HandOverButton() {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const words = { words: t('interpreter.handOver'), asked: t('interpreter.handOverAsked') };
  return <AskButton {...words} ask={() => commands.handOver()} seconds={HAND_OVER_SECONDS} />;
}

/** While a colleague on air in this language asks for it. */
export function TakeOverButton({ language }: { language: string | null }) {
  const { t } = useTranslation('room');
  const { local } = useLiveRoom();
  const offered = useStandingOffer();
  const isOnAir = useRoom(({ producers }) => producers.some((info) => isOf(info, offered)));
  const stands = offered && offered.language === language && isOnAir;
  return (
    <span role="status">
      {stands && (
        <Button size="xs" color="orange.8" onClick={() => void local.setMicrophone(true)} data-testid="take-over">
          {t('interpreter.takeOver', { name: isolated(offered.by) })}
        </Button>
      )}
    </span>
  );
}

/** A name of either direction inside a sentence of the other: Unicode's FIRST STRONG ISOLATE (UAX #9). */
const isolated = (name: string): string => `\u2068${name}\u2069`;

type Offer = NonNullable<RoomState['offered']>;

const isOf = (info: RoomState['producers'][number], offer: Offer | null): boolean =>
  info.peerId === offer?.peerId && info.source === 'interpretation' && !info.paused;

/** The last one, for as long as the server would have it. */
function useStandingOffer(): Offer | null {
  const offered = useRoom((state) => state.offered);
  const [over, setOver] = useState<Offer | null>(null);
  useEffect(() => {
    if (!offered) return;
    const timer = setTimeout(() => setOver(offered), HAND_OVER_SECONDS * 1_000);
    return () => clearTimeout(timer);
  }, [offered]);
  return offered === over ? null : offered;
}
