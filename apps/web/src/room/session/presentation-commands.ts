import type { EventOutput } from '@lectern/contracts';
import type { RoomSession } from './room-session';

/** Showing slides and videos; each resolves once the server has it, or throws a CallError. */
export class PresentationCommands {
  constructor(private readonly session: RoomSession) {}

  async show(materialId: string): Promise<void> {
    this.took(await this.session.call('presentation:show', { materialId }));
  }

  async turn(materialId: string, page: number): Promise<void> {
    this.took(await this.session.call('presentation:turn', { materialId, page }));
  }

  /** @param position in seconds; where it is now when left out */
  async play(materialId: string, playing: boolean, position?: number): Promise<void> {
    const input = { materialId, playing, ...(position === undefined ? {} : { position }) };
    this.took(await this.session.call('presentation:play', input));
  }

  async stop(): Promise<void> {
    this.took(await this.session.call('presentation:stop', {}));
  }

  readClock(): Promise<EventOutput<'clock:read'>> {
    return this.session.call('clock:read', {});
  }

  private took(presentation: EventOutput<'presentation:show'>): void {
    this.session.store.update((state) => (presentation.seq >= state.presentation.seq ? { presentation } : {}));
  }
}
