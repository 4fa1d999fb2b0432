import { Store } from './store';

describe('Store', () => {
  it('tells its listeners of real changes only, until they leave', () => {
    const store = new Store({ a: 1, b: 'x' });
    const heard = jest.fn();
    const leave = store.subscribe(heard);
    store.set({ a: 1 });
    expect(heard).not.toHaveBeenCalled();
    store.set({ a: 2 });
    leave();
    store.set({ a: 3 });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('keeps the identity of what did not change', () => {
    const store = new Store({ a: { n: 1 }, b: 0 });
    const { a } = store.get();
    store.set({ b: 1 });
    expect(store.get().a).toBe(a);
  });
});
