import { type ChatChannel, type MessageState, type Role, roles } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import { groupsFor, maySee } from './message.audience';

const row = (channel: ChatChannel, state: MessageState = 'visible') => ({
  webinarId: 'w',
  participantId: 'author',
  channel,
  state,
  threadId: channel === 'moderators' ? 'asker' : null,
});

const person = (role: Role, participantId: string, webinarId = 'w'): Attendance => ({
  webinarId,
  participantId,
  userId: 'u',
  displayName: 'Somebody',
  role,
  muted: false,
  handRaisedAt: null,
  stage: 'none',
});

const staff: Role[] = ['host', 'cohost', 'moderator'];

describe('who sees a message', () => {
  it.each(roles)('%s, of others', (role) => {
    const sees = (channel: ChatChannel, state?: MessageState) => maySee(person(role, 'other'), row(channel, state));
    const isStaff = staff.includes(role);
    expect(sees('everyone')).toBe(true);
    expect(sees('everyone', 'pending')).toBe(isStaff);
    expect(sees('everyone', 'dismissed')).toBe(isStaff);
    expect(sees('moderators')).toBe(isStaff);
    expect(sees('staff')).toBe(isStaff);
  });

  it.each(roles)('%s, of their own', (role) => {
    expect(maySee(person(role, 'author'), row('everyone', 'pending'))).toBe(true);
    expect(maySee(person(role, 'asker'), row('moderators'))).toBe(true);
    expect(maySee(person(role, 'author', 'elsewhere'), row('everyone'))).toBe(false);
  });

  it.each([
    ['everyone', 'visible', ['webinar:w']],
    ['everyone', 'pending', ['webinar:w:staff', 'participant:author']],
    ['everyone', 'dismissed', ['webinar:w:staff', 'participant:author']],
    ['moderators', 'visible', ['webinar:w:staff', 'participant:asker']],
    ['staff', 'visible', ['webinar:w:staff']],
  ] as const)('%s, %s is told to %j', (channel, state, groups) => {
    expect(groupsFor(row(channel, state))).toEqual(groups);
  });
});
