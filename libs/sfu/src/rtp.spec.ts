import { RtpCapabilities, type MediaSource } from '@lectern/contracts';
import { getSupportedRtpCapabilities, ortc } from 'mediasoup';
import { opusParameters, vp8Parameters } from '../testing/senders';
import { mediaCodecs } from './codecs';
import { checkDtls, checkKind, fromWireCapabilities, fromWireParameters, toWireCapabilities } from './rtp';
import { tapCapabilities } from './tap-capabilities';

const router = ortc.generateRouterRtpCapabilities(mediaCodecs());
const fingerprint = (bytes: number, algorithm = 'sha-256') => ({
  algorithm,
  value: Array<string>(bytes).fill('0F').join(':'),
});

describe('mediaCodecs', () => {
  it('prefers Opus and VP8, and offers what this mediasoup knows', () => {
    expect(mediaCodecs().map(({ mimeType }) => mimeType)).toEqual([
      'audio/opus',
      'video/VP8',
      'video/VP9',
      'video/H264',
      'video/AV1',
    ]);
  });
});

describe('toWireCapabilities', () => {
  it('fits the contract and leaves abs-capture-time out, alone of all extensions', () => {
    const wire = toWireCapabilities(router);
    expect(RtpCapabilities.safeParse(wire).error).toBeUndefined();
    const uris = new Set(wire.headerExtensions!.map(({ uri }) => uri));
    const all = new Set(getSupportedRtpCapabilities().headerExtensions!.map(({ uri }) => uri as string));
    expect([...all].filter((uri) => !uris.has(uri))).toEqual([
      'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
    ]);
  });
});

describe('bandwidth estimation', () => {
  const ofSound = ({ codecs, headerExtensions }: RtpCapabilities) => [
    ...codecs.filter(({ kind }) => kind === 'audio').flatMap(({ rtcpFeedback }) => rtcpFeedback ?? []),
    ...headerExtensions!.filter(({ kind, uri }) => kind === 'audio' && uri.includes('transport-wide-cc')),
  ];

  it('leaves sound alone, whatever a client declares, and keeps pictures', () => {
    const wire = toWireCapabilities(router);
    expect(ofSound(wire).filter((item) => 'uri' in item || item.type === 'transport-cc')).toEqual([]);
    const declared = fromWireCapabilities(structuredClone(router) as RtpCapabilities) as RtpCapabilities;
    expect(ofSound(declared).filter((item) => 'uri' in item || item.type === 'transport-cc')).toEqual([]);
    expect(wire.headerExtensions!.some(({ kind, uri }) => kind === 'video' && uri.includes('wide-cc'))).toBe(true);
  });
});

describe('fromWireParameters', () => {
  it('leaves out abs-capture-time and what nobody knows', () => {
    const uri = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time';
    const parameters = opusParameters(1);
    const known = parameters.headerExtensions!;
    const headerExtensions = [...known, { uri, id: 9 }, { uri: 'urn:unknown', id: 10 }];
    expect(fromWireParameters({ ...parameters, headerExtensions }).headerExtensions).toEqual(known);
  });
});

describe('tapCapabilities', () => {
  it('takes every codec without retransmission, extensions and bandwidth estimation', () => {
    const { codecs, headerExtensions } = tapCapabilities(router);
    expect(codecs!.map(({ mimeType }) => mimeType)).toEqual(mediaCodecs().map(({ mimeType }) => mimeType));
    expect(headerExtensions).toEqual([]);
    const feedback = new Set(codecs!.flatMap(({ rtcpFeedback }) => rtcpFeedback!.map(({ parameter }) => parameter)));
    expect([...feedback].sort()).toEqual(['fir', 'pli']);
  });
});

describe('checkKind', () => {
  const audio = opusParameters(1);
  const video = vp8Parameters(1);
  it.each<['audio' | 'video', MediaSource, typeof audio, boolean]>([
    ['audio', 'microphone', audio, true],
    ['audio', 'screen-audio', audio, true],
    ['video', 'camera', video, true],
    ['video', 'screen', video, true],
    ['audio', 'camera', audio, false],
    ['video', 'microphone', video, false],
    ['video', 'camera', audio, false],
    ['audio', 'microphone', video, false],
    ['audio', 'screen-audio', { codecs: [...audio.codecs, ...video.codecs] }, false],
  ])('%s from a %s', (kind, source, parameters, fits) => {
    const check = () => checkKind(kind, source, parameters);
    if (fits) expect(check).not.toThrow();
    else expect(check).toThrow('A ');
  });
});

describe('checkDtls', () => {
  it.each<[string, unknown, boolean]>([
    ['one fingerprint', { fingerprints: [fingerprint(32)] }, true],
    ['two of different algorithms', { fingerprints: [fingerprint(32), fingerprint(20, 'sha-1')] }, true],
    ['no fingerprint', { fingerprints: [] }, false],
    ['no list', { role: 'client' }, false],
    ['a wrong length', { fingerprints: [fingerprint(20)] }, false],
    ['an unknown algorithm', { fingerprints: [fingerprint(16, 'md5')] }, false],
    ['an empty value', { fingerprints: [{ algorithm: 'sha-256', value: '' }] }, false],
    ['an unknown role', { role: 'both', fingerprints: [fingerprint(32)] }, false],
    ['nothing', undefined, false],
  ])('%s', (_, parameters, fits) => {
    const check = () => checkDtls(parameters);
    if (fits) expect(check()).toEqual(parameters);
    else expect(check).toThrow('no valid fingerprint');
  });
});
