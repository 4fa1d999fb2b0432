import { keep, recall } from '../../ui/memory';
import { CallError } from '../session/call-error';
import type { RoomSession } from '../session/room-session';
import { Store } from '../session/store';

export const captionSizes = ['small', 'medium', 'large'] as const;
export type CaptionSize = (typeof captionSizes)[number];

export interface CaptionState {
  on: boolean;
  size: CaptionSize;
  /** Languages of the event in which nothing can be understood here. */
  missing: readonly string[];
}

const KEY = 'lectern.captions';

/** Whether this viewer reads along. The choice is kept, and told to the server anew after each join. */
export class Captions {
  readonly store: Store<CaptionState>;
  private readonly forget: () => void;
  /** What the server was told last, on the connection that stands. */
  private told = false;

  constructor(private readonly session: RoomSession) {
    this.store = new Store<CaptionState>({ ...remembered(), missing: [] });
    this.forget = session.store.subscribe(() => this.onRoom());
  }

  toggle(): void {
    this.choose({ on: !this.store.get().on });
  }

  choose(change: Partial<Pick<CaptionState, 'on' | 'size'>>): void {
    this.store.set(change);
    remember(this.store.get());
    this.tell();
  }

  close(): void {
    this.forget();
  }

  private onRoom(): void {
    if (this.session.store.get().link.status !== 'joined') this.told = false;
    else this.tell();
  }

  private tell(): void {
    const { on } = this.store.get();
    if (on === this.told || !this.mayHear()) return;
    this.told = on;
    this.session
      .call('caption:watch', { on })
      .then(({ missing }) => this.store.set({ missing }))
      .catch((error: unknown) => this.refused(CallError.of(error)));
    if (!on) this.session.store.set({ captions: [] });
  }

  /** A line that dropped tells the wish again with the next join; a refusal is no state to wait in. */
  private refused(error: CallError): void {
    if (error.code !== 'OFFLINE') this.store.set({ on: false });
  }

  private mayHear(): boolean {
    const { link, webinar, me } = this.session.store.get();
    return link.status === 'joined' && (webinar?.status === 'live' || (me !== null && me.role !== 'attendee'));
  }
}

function remembered(): Pick<CaptionState, 'on' | 'size'> {
  const [on, size] = (recall(KEY) ?? '').split(' ');
  return { on: on === 'on', size: captionSizes.find((one) => one === size) ?? 'medium' };
}

const remember = ({ on, size }: CaptionState): void => keep(KEY, `${on ? 'on' : 'off'} ${size}`);
