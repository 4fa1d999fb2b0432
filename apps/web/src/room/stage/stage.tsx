import { useElementSize } from '@mantine/hooks';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CaptionView } from '../captions/caption-view';
import { ReactionOverlay } from '../reactions/reaction-overlay';
import { Presentation } from '../presentation/presentation';
import { useAbilities, useRoom } from '../room-context';
import { gridTileWidth, type StageMode, sidePlace, type StageLayout } from './layout';
import { StageTile } from './stage-tile';
import { cssVariables } from '../../ui/css-variables';
import classes from './stage.module.css';
import type { Tile } from './tiles';
import { usePictureWindow } from './use-stage-windows';
import { useStageLayout } from './use-stage-layout';

/** As in the style sheet. */
const GAP = 8;

/** The largest area of the room: the shared screen, the speaker, or everyone on the stage. */
export function Stage({ mode }: { mode: StageMode }) {
  const { t } = useTranslation('room');
  const { layout, speaker } = useStageLayout(mode);
  usePictureWindow(layout);
  return (
    <section
      className={classes.stage}
      aria-label={t('stage.label')}
      data-layout={layout.kind}
      data-testid="stage"
      id="stage"
    >
      <GreenRoomNote />
      <ReactionOverlay />
      {layout.kind === 'empty' ? <EmptyStage /> : <Tiles layout={layout} speaker={speaker} />}
      <CaptionView />
    </section>
  );
}

function Tiles({ layout, speaker }: { layout: StageLayout; speaker: string | null }) {
  const { t } = useTranslation('room');
  const { ref, width, height } = useElementSize();
  const size = gridTileWidth(layout.main.length, width, height, GAP);
  const draw = (tile: Tile) => <StageTile key={tile.id} tile={tile} speaking={tile.peerId === speaker} />;
  return (
    <div ref={ref} className={classes.tiles} data-side={sidePlace(width, height)}>
      <div className={classes.main} style={cssVariables({ '--tile': size > 0 ? `${size}px` : '100%' })}>
        {layout.kind === 'shown' && <Presentation />}
        {layout.main.map(draw)}
      </div>
      {(layout.side.length > 0 || layout.hidden > 0) && (
        <div className={classes.side}>
          {layout.side.map(draw)}
          {layout.hidden > 0 && <p className={classes.more}>{t('stage.more', { count: layout.hidden })}</p>}
        </div>
      )}
    </div>
  );
}

function EmptyStage() {
  const { t } = useTranslation('room');
  const { stage } = useAbilities();
  return (
    <div className={classes.empty}>
      <IconUsersGroup size={40} stroke={1.4} aria-hidden />
      <p>{t(stage ? 'stage.emptyForStage' : 'stage.empty')}</p>
    </div>
  );
}

/** Before it is live, those on the stage must be sure that the audience neither sees nor hears them. */
function GreenRoomNote() {
  const { t } = useTranslation('room');
  const waiting = useRoom((state) => state.webinar?.status === 'scheduled');
  const { run } = useAbilities();
  if (!waiting) return null;
  return (
    <p className={classes.greenRoom} role="note">
      {t(run ? 'stage.greenRoomHost' : 'stage.greenRoom')}
    </p>
  );
}
