import { voiceOf } from './voice';

describe('as what the microphone is sent', () => {
  it.each([
    ['presenter', 'fr', { source: 'microphone', language: 'fr' }],
    ['presenter', 'en', { source: 'microphone', language: undefined }],
    ['interpreter', 'fr', { source: 'interpretation', language: 'fr' }],
    ['interpreter', 'en', { source: 'interpretation', language: 'en' }],
    ['interpreter', 'km', null],
    ['interpreter', null, null],
  ] as const)('%s who speaks %s', (role, language, voice) => {
    expect(voiceOf(role, ['en', 'fr'], language)).toEqual(voice);
  });
});
