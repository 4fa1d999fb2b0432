import type { SocketTicket } from '@lectern/contracts';
import { Captions } from './captions/captions';
import { prepareDevice } from './media/device';
import { LocalMedia } from './media/local-media';
import { MediaClient } from './media/media-client';
import { PictureWindow } from './media/picture-window';
import { TalkKey } from './media/talk-key';
import { PresentationCommands } from './session/presentation-commands';
import { ServerClock } from './presentation/server-clock';
import { SpokenNotice } from './recording/spoken-notice';
import { RoomCommands } from './session/room-commands';
import { RoomSession } from './session/room-session';
import { newStageView } from './stage/stage-view';
import { Notices } from './ui/notices';

/** All that one visit to a room has, outside React: made when the page opens, closed when it is left. */
export class LiveRoom {
  readonly session: RoomSession;
  readonly commands: RoomCommands;
  readonly presentation: PresentationCommands;
  /** Read while a video is shown. */
  readonly clock: ServerClock;
  readonly local = new LocalMedia();
  readonly notices = new Notices();
  readonly spoken = new SpokenNotice();
  readonly media: MediaClient;
  readonly pictureWindow: PictureWindow;
  readonly view = newStageView();
  readonly talk: TalkKey;
  readonly captions: Captions;

  /** @param ticket for the first handshake, where one came with entering */
  constructor(webinarId: string, ticket?: SocketTicket) {
    this.session = new RoomSession(webinarId, ticket);
    this.commands = new RoomCommands(this.session);
    this.presentation = new PresentationCommands(this.session);
    this.clock = new ServerClock({
      known: () => this.session.store.get().clockOffset,
      read: () => this.presentation.readClock(),
    });
    this.media = new MediaClient(this.session, this.local);
    this.pictureWindow = new PictureWindow((producerId) => this.media.showInWindow(producerId));
    this.captions = new Captions(this.session);
    this.talk = new TalkKey((on) => this.local.setMicrophone(on));
  }

  /** Everything that can be done before the click that enters. */
  prepare(): void {
    this.session.connect();
    prepareDevice().catch(() => undefined);
  }

  enter(): void {
    this.session.enter();
  }

  /** Sends stop first, so that no light stays on; then the others' tracks, then the socket. */
  close(): void {
    this.pictureWindow.close();
    this.local.close();
    this.media.close();
    this.captions.close();
    this.session.close();
  }
}
