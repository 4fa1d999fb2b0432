import { Button } from '@mantine/core';
import { IconCircleCheck, IconDoorExit, IconLock } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Message } from '../../ui/message';
import { useAbilities, useRoom } from '../room-context';
import { errorKey } from '../ui/error-words';
import { Frame } from './frame';

type OverStatus = 'ended' | 'removed' | 'dismissed' | 'refused';

const icons = {
  ended: <IconCircleCheck />,
  removed: <IconDoorExit />,
  dismissed: <IconDoorExit />,
  refused: <IconLock />,
};

/** After the room: why it is over, and where to go on. */
export function Over({ status }: { status: OverStatus }) {
  const { t } = useTranslation('room');
  const { webinarId = '' } = useParams();
  const recorded = useRoom((state) => state.recording !== null);
  const error = useRoom((state) => state.link.error);
  const isLockedOut = status === 'refused' && error?.code === 'LOCKED';
  const text = status === 'refused' && error ? t(errorKey(error)) : endText(t, status, recorded);
  return (
    <Frame>
      <Message
        icon={icons[status]}
        title={t(isLockedOut ? 'over.locked.title' : `over.${status}.title`)}
        text={text}
        action={
          <>
            {(status === 'dismissed' || isLockedOut) && <Again />}
            <Ways id={webinarId} />
          </>
        }
      />
    </Frame>
  );
}

function endText(t: TFunction<'room'>, status: OverStatus, recorded: boolean): string {
  return status === 'ended' && recorded ? t('over.ended.recorded') : t(`over.${status}.text`);
}

/** Knocks once more. */
function Again() {
  const { t } = useTranslation('room');
  return <Button onClick={() => window.location.reload()}>{t('over.again')}</Button>;
}

/** Hosts go on at their desk, where the recording is on its way. */
function Ways({ id }: { id: string }) {
  const { t } = useTranslation('room');
  const { run } = useAbilities();
  return (
    <>
      {run && (
        <Button component={Link} to="/desk">
          {t('over.toDesk')}
        </Button>
      )}
      <Button component={Link} to={`/w/${id}`} variant={run ? 'default' : 'filled'}>
        {t('over.toWebinar')}
      </Button>
      <Button component={Link} to="/library" variant="default">
        {t('over.toLibrary')}
      </Button>
    </>
  );
}
