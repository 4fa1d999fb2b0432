import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router-dom';
import { apiQuery } from '../api/query';
import { PageTitle } from '../ui/page-title';
import { RoomDoor } from './lobby/room-door';
import { Waiting } from './lobby/waiting';
import { useOwnedRoom } from './owned-room';
import { RoomContext } from './room-context';

/** `/w/:webinarId/room`: device check → lobby → live room → thank you. */
export function RoomPage() {
  const { t } = useTranslation('room');
  const { webinarId = '' } = useParams();
  const room = useOwnedRoom(webinarId);
  const info = useQuery(apiQuery('GET /api/webinars/:webinarId', { params: { webinarId } }));
  const clicked = (useLocation().state as { entered?: boolean } | null)?.entered === true;
  if (!room || info.isPending) return <Waiting text={t('door.opening')} />;
  return (
    <RoomContext value={room}>
      <PageTitle title={info.data?.webinar.title ?? t('title')} />
      <RoomDoor webinar={info.data?.webinar ?? null} role={info.data?.myRole ?? null} clicked={clicked} />
    </RoomContext>
  );
}
