export interface Joined {
  clickAt?: number;
  frameAt?: number;
  notes: { at: number; what: string }[];
}

export type Watched = Window & { joined?: Joined };

/** Runs in the page before its own code: notes the click, what goes over the line, and the first picture decoded. */
export function watchJoin(): void {
  const joined: Joined = { notes: [] };
  (window as Watched).joined = joined;
  const note = (what: string) => joined.notes.push({ at: performance.now(), what });

  document.addEventListener('click', () => (joined.clickAt ??= performance.now()), { capture: true });

  const seen = new WeakSet<HTMLVideoElement>();
  const look = () => {
    for (const video of document.querySelectorAll('video')) {
      if (seen.has(video)) continue;
      seen.add(video);
      note('video element');
      video.requestVideoFrameCallback(() => {
        note('picture');
        joined.frameAt ??= performance.now();
      });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });

  const heard = new WeakSet<WebSocket>();
  around(WebSocket.prototype, 'send', (socket, call, data) => {
    const hear = ({ data }: MessageEvent<string>) => note(`← ${data.slice(0, 60)}`);
    if (!heard.has(socket)) socket.addEventListener('message', hear);
    heard.add(socket);
    note(`→ ${(data as string).slice(0, 60)}`);
    return call();
  });
  around(window, 'fetch', async (_, call, input) => {
    note(`fetch ${input as string}`);
    const answer = await call();
    note(`fetched ${input as string}`);
    return answer;
  });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      joined.notes.push({ at: startTime, what: `busy for ${duration.toFixed(0)} ms` });
  }).observe({ type: 'longtask' });
  for (const name of ['setRemoteDescription', 'setLocalDescription'] as const) {
    around(RTCPeerConnection.prototype, name, async (connection, call) => {
      const change = () => note(`peer connection ${connection.connectionState}`);
      connection.onconnectionstatechange ??= change;
      note(`${name}…`);
      await call();
      note(name);
    });
  }

  /** Puts `wrapper` around a method; `call` does what it did. */
  function around<T extends object>(
    prototype: T,
    name: keyof T & string,
    wrapper: (self: T, call: () => unknown, ...args: unknown[]) => unknown,
  ): void {
    const method = prototype[name] as (...args: unknown[]) => unknown;
    Object.assign(prototype, {
      [name](this: T, ...args: unknown[]) {
        return wrapper(this, () => method.apply(this, args), ...args);
      },
    });
  }
}
