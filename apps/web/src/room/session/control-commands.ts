import type {
  AskableSource,
  BanScope,
  EventOutput,
  MicrophoneLock,
  RoomControlsChange,
  StoppableSource,
} from '@lectern/contracts';
import type { RoomSession } from './room-session';

/** What those who keep order do; each resolves once the server has it, or throws a CallError. */
export class ControlCommands {
  constructor(private readonly session: RoomSession) {}

  async configure(change: RoomControlsChange): Promise<void> {
    await this.session.call('room:configure', change);
  }

  /** @returns how many microphones were open */
  async muteAll(lock?: MicrophoneLock): Promise<number> {
    return (await this.session.call('stage:mute-all', lock ? { lock } : {})).muted;
  }

  async stop(participantId: string, source: StoppableSource): Promise<void> {
    await this.session.call('track:stop', { participantId, source });
  }

  async ask(participantId: string, source: AskableSource): Promise<void> {
    await this.session.call('track:request', { participantId, source });
  }

  async remove(participantId: string, ban: BanScope, closeLink: boolean): Promise<void> {
    await this.session.call('participant:remove', { participantId, ban, closeLink });
  }

  listBans(cursor?: string): Promise<EventOutput<'ban:list'>> {
    return this.session.call('ban:list', cursor ? { cursor } : {});
  }

  async liftBan(participantId: string): Promise<void> {
    await this.session.call('ban:lift', { participantId });
  }
}
