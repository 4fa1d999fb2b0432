import type { AppointedRole, EventOutput, StageEmoji } from '@lectern/contracts';
import { ControlCommands } from './control-commands';
import { applyVotes } from './merge-questions';
import type { RoomSession } from './room-session';

type Step = 'approve' | 'dismiss' | 'take-up' | 'reopen';

/** What people do in the room; each resolves once the server has it, or throws a CallError. */
export class RoomCommands {
  readonly controls: ControlCommands;

  constructor(private readonly session: RoomSession) {
    this.controls = new ControlCommands(session);
  }

  async startWebinar(): Promise<void> {
    this.session.store.set({ webinar: await this.session.call('webinar:start', {}) });
  }

  async endWebinar(): Promise<void> {
    await this.session.call('webinar:end', {});
  }

  async startRecording(): Promise<void> {
    this.session.store.set({ recording: await this.session.call('recording:start', {}) });
  }

  async stopRecording(): Promise<void> {
    this.session.store.set({ recording: await this.session.call('recording:stop', {}) });
  }

  async pauseRecording(paused: boolean): Promise<void> {
    const event = paused ? 'recording:pause' : 'recording:resume';
    this.session.store.set({ recording: await this.session.call(event, {}) });
  }

  async agreeToRecording(version: string): Promise<void> {
    this.session.store.set({ recordingStanding: await this.session.call('recording:consent', { version }) });
  }

  async leaveOut(leftOut: boolean): Promise<void> {
    this.session.store.set({ recordingStanding: await this.session.call('recording:leave-out', { leftOut }) });
  }

  startPractice(): Promise<EventOutput<'practice:start'>> {
    return this.session.call('practice:start', {});
  }

  stopPractice(): Promise<EventOutput<'practice:stop'>> {
    return this.session.call('practice:stop', {});
  }

  /** Shown at once; put back if the server refuses. */
  async vote(questionId: string, vote: boolean): Promise<void> {
    const before = this.session.store.get().questions.get(questionId)?.votes ?? 0;
    this.showVote(questionId, vote, Math.max(0, before + (vote ? 1 : -1)));
    try {
      const { votes } = await this.session.call('question:vote', { questionId, vote });
      this.showVote(questionId, vote, votes);
    } catch (error) {
      this.showVote(questionId, !vote, before);
      throw error;
    }
  }

  async moveQuestion(questionId: string, step: Step): Promise<void> {
    this.session.took(await this.session.call(`question:${step}`, { questionId }));
  }

  async answer(questionId: string, text?: string): Promise<void> {
    this.session.took(await this.session.call('question:answer', text ? { questionId, text } : { questionId }));
  }

  async editQuestion(questionId: string, text: string): Promise<void> {
    this.session.took(await this.session.call('question:edit', { questionId, text }));
  }

  async withdraw(questionId: string): Promise<void> {
    this.session.took(await this.session.call('question:withdraw', { questionId }));
  }

  listPeople(search: string, cursor?: string): Promise<EventOutput<'participant:list'>> {
    return this.session.call('participant:list', { ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) });
  }

  mute(participantId: string, muted: boolean): Promise<EventOutput<'participant:mute'>> {
    return this.session.call('participant:mute', { participantId, muted });
  }

  async appoint(participantId: string, role: AppointedRole): Promise<void> {
    await this.session.call('participant:role', { participantId, role });
  }

  async raiseHand(up: boolean): Promise<void> {
    this.session.store.set({ me: await this.session.call(up ? 'hand:raise' : 'hand:lower', {}) });
  }

  async lowerHand(participantId: string): Promise<void> {
    await this.session.call('hand:lower', { participantId });
  }

  listHands(cursor?: string): Promise<EventOutput<'hand:list'>> {
    return this.session.call('hand:list', cursor ? { cursor } : {});
  }

  async inviteToStage(participantId: string): Promise<void> {
    await this.session.call('stage:invite', { participantId });
  }

  async answerInvitation(accept: boolean): Promise<void> {
    this.session.store.set({ me: await this.session.call(accept ? 'stage:accept' : 'stage:decline', {}) });
  }

  /** Back to the audience: somebody, or oneself. */
  async returnToAudience(participantId?: string): Promise<void> {
    const person = await this.session.call('stage:return', participantId ? { participantId } : {});
    if (!participantId) this.session.store.set({ me: person });
  }

  async react(emoji: StageEmoji): Promise<void> {
    await this.session.call('reaction:send', { emoji });
  }

  async slowDown(): Promise<void> {
    await this.session.call('interpretation:slow-down', {});
  }

  async handOver(): Promise<void> {
    await this.session.call('interpretation:hand-over', {});
  }

  async rename(displayName: string): Promise<void> {
    this.session.store.set({ me: await this.session.call('participant:rename', { displayName }) });
  }

  private showVote(questionId: string, vote: boolean, votes: number): void {
    this.session.store.update((state) => {
      const myVotes = new Set(state.myVotes);
      if (vote) myVotes.add(questionId);
      else myVotes.delete(questionId);
      return { myVotes, questions: applyVotes(state.questions, [{ questionId, votes }]) };
    });
  }
}
