import { useAbilities } from '../../room-context';
import { AskBox } from './ask-box';
import { AudienceQa } from './audience-qa';
import { ModeratorQa } from './moderator-qa';

export function QaPanel({ wide }: { wide: boolean }) {
  const { moderate } = useAbilities();
  return (
    <>
      {moderate ? <ModeratorQa wide={wide} /> : <AudienceQa />}
      <AskBox />
    </>
  );
}
