import {
  defaultRecordingChoices as all,
  MediaSource,
  type RecordingChoices,
  RecordingSettings,
  roles,
} from '@lectern/contracts';
import { mayCapture } from './capture.policy';
import { versionOf } from './consent-version';

const sources = MediaSource.options;
const agreed = { role: 'presenter', consented: true, leftOut: false } as const;
const captured = (choices: Partial<RecordingChoices>, sender: Partial<Parameters<typeof mayCapture>[1]> = {}) =>
  sources.filter((source) => mayCapture(source, { ...agreed, ...sender }, { ...all, ...choices }));

describe('what is captured', () => {
  it.each(roles)('of a %s who has agreed: everything that the choices name', (role) => {
    expect(captured({}, { role })).toEqual(sources);
    expect(captured({ guests: false }, { role })).toEqual(role === 'attendee' ? [] : sources);
  });

  it.each<[Partial<RecordingChoices>, string[]]>([
    [{ microphones: false }, ['camera', 'screen', 'screen-audio']],
    [{ cameras: false }, ['microphone', 'interpretation', 'screen', 'screen-audio']],
    [{ screens: false }, ['microphone', 'interpretation', 'camera']],
    [{ cameras: false, screens: false }, ['microphone', 'interpretation']],
    [{ slides: false, questions: false, names: false }, sources],
  ])('with %j', (choices, expected) => {
    expect(captured(choices).sort()).toEqual([...expected].sort());
  });

  for (const role of roles)
    it.each([{ consented: false }, { leftOut: true }])(`nothing of a ${role} with %j`, (standing) => {
      expect(captured({}, { role, ...standing })).toEqual([]);
    });

  it('is something: a recording of nothing cannot be chosen', () => {
    const nothing = { ...all, microphones: false, cameras: false, screens: false, slides: false };
    const settings = (choices: RecordingChoices) => ({ planned: true, choices, consentText: null });
    expect(RecordingSettings.safeParse(settings(nothing)).success).toBe(false);
    for (const one of ['microphones', 'cameras', 'screens', 'slides'])
      expect(RecordingSettings.safeParse(settings({ ...nothing, [one]: true })).success).toBe(true);
  });
});

describe('a consent text', () => {
  it('is named by its words', () => {
    expect(versionOf(null)).toBe('standard-1');
    expect(versionOf('We record.')).toBe(versionOf('We record.'));
    expect(versionOf('We record.')).not.toBe(versionOf('We record!'));
    expect(versionOf('We record.')).toMatch(/^[a-z0-9-]{1,40}$/);
  });
});
