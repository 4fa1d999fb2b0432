import { MemoryLogger } from '../testing/pool';
import { LiveObject } from './live-object';

type Events = { news: [string]; closed: [] };

class Thing extends LiveObject<Events> {
  readonly torn = jest.fn();
  say(text: string): void {
    this.tell('news', text);
  }
  protected teardown(): void {
    this.torn(this.closed);
  }
}

describe('LiveObject', () => {
  it('tears down once, closed already, tells it once and forgets its listeners', () => {
    const thing = new Thing(new MemoryLogger());
    const closed = jest.fn(() => thing.close());
    thing.on('closed', closed).on('news', jest.fn());
    thing.close();
    thing.close();
    expect(thing.torn.mock.calls).toEqual([[true]]);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(thing.listenerCount()).toBe(0);
  });

  it('logs a listener that throws, and goes on with the next', () => {
    const logger = new MemoryLogger();
    const thing = new Thing(logger);
    const heard: string[] = [];
    thing.on('news', () => {
      throw new Error('fault');
    });
    thing.on('news', (text) => heard.push(text));
    thing.say('x');
    expect(heard).toEqual(['x']);
    expect(logger.lines).toMatchObject([{ level: 'error', context: { event: 'news' } }]);
  });

  it('tells a `once` listener once, and an `off` listener nothing', () => {
    const thing = new Thing(new MemoryLogger());
    const [once, off] = [jest.fn(), jest.fn()];
    thing.once('news', once).on('news', off).off('news', off);
    thing.say('a');
    thing.say('b');
    expect(once.mock.calls).toEqual([['a']]);
    expect(off).not.toHaveBeenCalled();
  });
});
