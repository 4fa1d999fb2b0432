import { loudspeakerOf } from './local-media';

const device = (kind: MediaDeviceKind, deviceId: string) => ({ kind, deviceId }) as MediaDeviceInfo;

describe('the loudspeaker', () => {
  it.each([
    ['nothing chosen', [device('audiooutput', 'a')], undefined, ''],
    ['the chosen one', [device('audiooutput', 'a'), device('audiooutput', 'b')], 'b', 'b'],
    ['one that was unplugged', [device('audiooutput', 'a'), device('audioinput', 'b')], 'b', ''],
    ['names not told yet', [device('audiooutput', '')], 'b', 'b'],
    ['no list yet', [], 'b', 'b'],
  ] as const)('is the system’s or the chosen one: %s', (_, devices, audiooutput, expected) => {
    expect(loudspeakerOf({ devices, choice: audiooutput ? { audiooutput } : {} })).toBe(expected);
  });
});
