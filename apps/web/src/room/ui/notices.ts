import { Store } from '../session/store';

export interface NoticeItem {
  id: number;
  text: string;
  tone: 'info' | 'good' | 'live' | 'error';
}

const SHOWN_MS = 6000;
const MAX = 3;

/** Short messages over the room: shown for some seconds and read out. */
export class Notices {
  readonly store = new Store<{ items: readonly NoticeItem[] }>({ items: [] });
  private next = 1;

  /** @returns what to dismiss it by */
  readonly push = (text: string, tone: NoticeItem['tone'] = 'info'): number => {
    const id = this.next++;
    const others = this.store.get().items.filter((item) => item.text !== text);
    this.store.set({ items: [...others, { id, text, tone }].slice(-MAX) });
    setTimeout(() => this.dismiss(id), tone === 'error' ? SHOWN_MS * 2 : SHOWN_MS);
    return id;
  };

  readonly dismiss = (id: number): void => {
    this.store.set({ items: this.store.get().items.filter((item) => item.id !== id) });
  };
}
