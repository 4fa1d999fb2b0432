import { iceServers } from './turn';

describe('iceServers', () => {
  it('names nobody when nothing is configured', () => {
    expect(iceServers(undefined, 'p1')).toEqual([]);
  });

  it('makes credentials as coturn computes them, for an hour', () => {
    const turn = { urls: ['turn:turn.example.org'], secret: 'north' };
    // echo -n '1433899176:p1' | openssl dgst -sha1 -hmac north -binary | base64
    expect(iceServers(turn, 'p1', 1_433_895_576_000)).toEqual([
      { urls: turn.urls, username: '1433899176:p1', credential: 'J2/bh/w0mUBTSmVYf4vFagQqSdo=' },
    ]);
  });
});
