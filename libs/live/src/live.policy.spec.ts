import {
  AppointedRole,
  BanScope,
  MediaSource,
  MicrophoneLock,
  type Role,
  roles,
  type StageGrant,
  WebinarStatus,
} from '@lectern/contracts';
import {
  mayAppoint,
  mayBan,
  mayCloseLink,
  mayControl,
  mayEnter,
  mayModerate,
  mayProduce,
  mayReceive,
  mayRequest,
  mayStep,
  mayUnmute,
  type StageAction,
} from './live.policy';

describe('live policy', () => {
  const sent = (role: Role, stage: StageGrant) =>
    MediaSource.options.filter((source) => mayProduce({ role, stage }, source));

  it.each(roles)('what %s may send', (role) => {
    if (role === 'attendee') expect(sent(role, 'none')).toEqual([]);
    else if (role === 'interpreter') expect(sent(role, 'none')).toEqual(['camera', 'interpretation']);
    else expect(sent(role, 'none')).toEqual(['microphone', 'camera', 'screen', 'screen-audio']);
  });

  it('lets the audience send once the person has accepted, and no screen', () => {
    expect(sent('attendee', 'invited')).toEqual([]);
    expect(sent('attendee', 'guest')).toEqual(['microphone', 'camera']);
  });

  it.each(roles)('when %s may hear and see the room', (role) => {
    const before = role === 'attendee' ? [] : ['scheduled', 'ended'];
    const when = WebinarStatus.options.filter((status) => mayReceive(role, status));
    expect([...when].sort()).toEqual([...before, 'live'].sort());
  });

  const under: Partial<Record<Role, Role[]>> = {
    host: [...roles],
    cohost: ['moderator', 'presenter', 'interpreter', 'classroom', 'attendee'],
    moderator: ['presenter', 'interpreter', 'classroom', 'attendee'],
  };

  it.each(roles)('whom %s may mute and remove', (role) => {
    expect(roles.filter((target) => mayModerate(role, target))).toEqual(under[role] ?? []);
  });

  const appointed: Partial<Record<Role, AppointedRole[]>> = {
    host: AppointedRole.options,
    cohost: ['moderator', 'presenter', 'interpreter', 'attendee'],
  };

  it.each(roles)('to what %s may appoint, and whom', (role) => {
    const given = AppointedRole.options.filter((to) => mayAppoint(role, 'attendee', to));
    expect(given).toEqual(appointed[role] ?? []);
    const changed = roles.filter((target) => mayAppoint(role, target, 'presenter'));
    const below: Role[] = ['moderator', 'presenter', 'interpreter', 'classroom', 'attendee'];
    expect(changed).toEqual(role === 'host' ? ['cohost', ...below] : role === 'cohost' ? below : []);
  });

  const staff: Role[] = ['host', 'cohost', 'moderator'];
  const byOthers: Record<StageAction, Role[]> = {
    raise: [],
    lower: staff,
    invite: staff,
    accept: [],
    decline: [],
    return: staff,
  };
  const actions = Object.keys(byOthers) as StageAction[];

  it.each(actions)('who may %s for somebody of the audience', (action) => {
    expect(roles.filter((role) => mayStep(action, role, 'attendee', false))).toEqual(byOthers[action]);
    expect(mayStep(action, 'attendee', 'attendee', true)).toBe(action !== 'invite');
  });

  it.each(roles.filter((role) => role !== 'attendee'))('%s is on the stage already: no step is for them', (role) => {
    for (const action of actions)
      expect([mayStep(action, role, role, true), mayStep(action, 'host', role, false)]).toEqual([false, false]);
  });

  it.each(roles)('%s keeps order in the room, or not', (role) => {
    expect([mayControl(role), mayCloseLink(role)]).toEqual([staff.includes(role), ['host', 'cohost'].includes(role)]);
  });

  const keptSilent: Record<MicrophoneLock, Role[]> = {
    none: [],
    guests: ['attendee'],
    speakers: ['presenter', 'interpreter', 'classroom', 'attendee'],
  };

  it.each(MicrophoneLock.options)('whom the lock of microphones for %s keeps silent', (lock) => {
    expect(roles.filter((role) => !mayUnmute(role, lock))).toEqual(keptSilent[lock]);
  });

  it.each(roles)('what %s may ask of whom', (role) => {
    const asked = (target: Role, stage: StageGrant) =>
      (['microphone', 'camera'] as const).filter((source) => mayRequest(role, { role: target, stage }, source));
    const all = staff.includes(role) ? ['microphone', 'camera'] : [];
    expect([asked('presenter', 'none'), asked('attendee', 'guest')]).toEqual([all, all]);
    expect([asked('attendee', 'none'), asked('attendee', 'invited')]).toEqual([[], []]);
  });

  it.each(roles)('whom %s may put out, and from where', (role) => {
    for (const target of roles) {
      const scopes = BanScope.options.filter((scope) => mayBan(role, target, scope));
      const may = under[role]?.includes(target) ?? false;
      expect(scopes).toEqual(!may ? [] : role === 'host' ? ['none', 'webinar', 'owner'] : ['none', 'webinar']);
    }
  });

  it.each(roles)('whether %s enters a locked room', (role) => {
    const open = { locked: false };
    const locked = { locked: true };
    expect([mayEnter({ role, known: false }, open), mayEnter({ role, known: true }, locked)]).toEqual([true, true]);
    expect(mayEnter({ role, known: false }, locked)).toBe(staff.includes(role));
  });
});
