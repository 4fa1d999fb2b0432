import { useMediaQuery } from '@mantine/hooks';
import { Activity, useDeferredValue, useState } from 'react';
import { BandwidthNote } from './bar/bandwidth-note';
import { ControlBar } from './bar/control-bar';
import { SettingsDialog } from './bar/settings-dialog';
import { TopBar } from './bar/top-bar';
import { useHand } from './bar/hand-buttons';
import { useMutedSpeech } from './bar/use-muted-speech';
import { useOwnControls, useProblemNotices } from './bar/use-own-media';
import { useTalkKey } from './bar/use-talk-key';
import { InterpreterConsole } from './interpretation/interpreter-console';
import { useChannelOffer } from './interpretation/use-channels';
import classes from './live-page.module.css';
import { SidePanel } from './panel/side-panel';
import type { PanelTab } from './panel/use-counts';
import { HandsAnnouncer } from './panel/people/hands-announcer';
import { useAbilities, useLiveRoom, useRoom, useView } from './room-context';
import { ConsentBanner } from './recording/consent-banner';
import { InvitationDialog } from './stage/invitation-dialog';
import { RequestDialog } from './stage/request-dialog';
import { Stage } from './stage/stage';
import { useStageWindows } from './stage/use-stage-windows';
import { useStageLoss } from './stage/use-stage-loss';
import { ConnectionBanner } from './ui/connection-banner';
import { NoticeList } from './ui/notice-list';
import { useAnnouncements } from './ui/use-announcements';
import { useHotkeysOffFields } from './ui/use-hotkeys-off-fields';

/** On a phone the stage comes first; with more room the panel is open from the start. */
const firstTab = (): PanelTab | null => (window.matchMedia('(width >= 48em)').matches ? 'qa' : null);

/** The live room: top bar, stage, panel, controls. The stage is drawn first: whoever enters waits for a picture. */
export function LivePage({ shown }: { shown: boolean }) {
  const [tab, setTab] = useState<PanelTab | null>(firstTab);
  const [wide, setWide] = useState(false);
  const [settings, setSettings] = useState(false);
  const rest = useDeferredValue(shown, false) ? 'visible' : 'hidden';
  const layout = useView((view) => view.layout);
  // Over an open sheet there is room for one: the speaker.
  const small = useMediaQuery('(width < 48em)', false, { getInitialValueInEffect: false });
  useAnnouncements();
  useProblemNotices();
  useStageLoss();
  useMutedSpeech();
  useTalkKey();
  useChannelOffer();
  useRoomKeys(tab, setTab);
  return (
    <div className={classes.room}>
      <TopBar menus={rest} />
      <ConnectionBanner />
      <BandwidthNote />
      <main className={classes.middle} data-wide={(wide && tab === 'qa') || undefined}>
        <Stage mode={small && tab && layout === 'auto' ? 'solo' : layout} />
        <SidePanel open={tab} wide={wide && tab === 'qa'} onOpen={setTab} onWide={setWide} content={rest} />
      </main>
      <ConsentBanner />
      <InterpreterConsole />
      <ControlBar onSettings={() => setSettings(true)} content={rest} />
      <Activity mode={rest}>
        <SettingsDialog opened={settings} onClose={() => setSettings(false)} />
        <InvitationDialog />
        <RequestDialog />
        <HandsAnnouncer />
        <NoticeList />
      </Activity>
    </div>
  );
}

function useRoomKeys(tab: PanelTab | null, setTab: (tab: PanelTab | null) => void): void {
  const { stage, screen } = useAbilities();
  const { toggleMicrophone, toggleCamera, toggleScreen } = useOwnControls();
  const toggle = (wanted: PanelTab) => () => setTab(tab === wanted ? null : wanted);
  const hand = useHand();
  const audience = useRoom((state) => state.me?.role === 'attendee');
  const own: Record<string, () => void> = {
    ...(stage && { m: toggleMicrophone, v: toggleCamera }),
    ...(screen && { s: toggleScreen }),
    ...(audience && !stage && { h: hand.toggle }),
  };
  const { captions } = useLiveRoom();
  const { fillScreen, pictureInPicture } = useStageWindows();
  const panels = { q: toggle('qa'), t: toggle('chat'), o: toggle('polls') };
  useHotkeysOffFields({ ...own, ...panels, c: () => captions.toggle(), f: fillScreen, p: pictureInPicture });
}
