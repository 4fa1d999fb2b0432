import type { Role, Webinar } from '@lectern/contracts';
import { Activity, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LivePage } from '../live-page';
import { useLiveRoom, useRoom } from '../room-context';
import { useConsent } from '../recording/use-consent';
import { abilitiesOf } from '../session/abilities';
import { DeviceCheck } from './device-check';
import { EnterPage } from './enter-page';
import { Lobby } from './lobby';
import { Over } from './over';
import { Waiting } from './waiting';

interface RoomDoorProps {
  webinar: Webinar | null;
  role: Role | null;
  /** The person has just clicked to come here, so sound may play. */
  clicked: boolean;
}

/** Which screen of the room this person is to see now. */
export function RoomDoor({ webinar, role, clicked }: RoomDoorProps) {
  const { t } = useTranslation('room');
  const room = useLiveRoom();
  const status = useRoom((state) => state.link.status);
  const onStage = abilitiesOf(role ?? undefined).stage;
  const [entered, setEntered] = useState(false);
  const goIn = clicked && !onStage;
  useEffect(() => {
    // Entered early, it may have been told already that consent is asked for.
    if (entered || (goIn && !room.session.store.get().consentAsked)) room.enter();
  }, [room, entered, goIn]);

  const consent = useConsent();
  // The server asks for consent that the page knew nothing of.
  const asked = useRoom((state) => state.consentAsked);

  const waits = useRoom(({ webinar, me }) => webinar?.status === 'scheduled' && !abilitiesOf(me?.role).early);

  if (status === 'removed' || status === 'dismissed' || status === 'ended' || status === 'refused')
    return <Over status={status} />;
  if (webinar?.status === 'ended') return <Over status="ended" />;
  const atDoor = asked || (!entered && !goIn);
  const joining = status === 'connecting' || status === 'waiting';
  const enter = (): void => {
    setEntered(true);
    room.enter();
  };
  const inside = !atDoor && !joining && !waits;
  return (
    <>
      {atDoor && onStage && !asked && <DeviceCheck {...{ webinar, role, consent }} onEnter={enter} />}
      {atDoor && (!onStage || asked) && <EnterPage {...{ webinar, consent }} onEnter={enter} />}
      {!atDoor && joining && <Waiting text={t('door.joining')} />}
      {!atDoor && !joining && waits && <Lobby />}
      {/* Drawn unseen, in idle time, while somebody stands before it: entering then only shows it. */}
      <Activity mode={inside ? 'visible' : 'hidden'}>
        <LivePage shown={inside} />
      </Activity>
    </>
  );
}
