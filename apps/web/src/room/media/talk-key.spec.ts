import { TalkKey } from './talk-key';

describe('push to talk', () => {
  const calls: boolean[] = [];
  let open: () => void;
  const turn = async (): Promise<void> => {
    for (let step = 0; step < 5; step++) await Promise.resolve();
  };
  const key = (): TalkKey =>
    new TalkKey((on) => {
      calls.push(on);
      return new Promise((done) => (open = done));
    });

  beforeEach(() => void calls.splice(0));

  it('does nothing while it is not chosen', () => {
    key().hold();
    expect(calls).toEqual([]);
  });

  it('is on while the key is held', async () => {
    const talk = key();
    talk.enable(true);
    talk.hold();
    open();
    await turn();
    talk.release();
    expect(calls).toEqual([true, false]);
  });

  it('ends silent when the key is up before the microphone is open', async () => {
    const talk = key();
    talk.enable(true);
    talk.hold();
    talk.release();
    expect(calls).toEqual([true]);
    open();
    await turn();
    expect(calls).toEqual([true, false]);
  });

  it('lets go when it is given up while the key is held', async () => {
    const talk = key();
    talk.enable(true);
    talk.hold();
    open();
    await turn();
    talk.enable(false);
    expect(calls).toEqual([true, false]);
  });
});
