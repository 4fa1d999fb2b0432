import { useEffect, useState } from 'react';
import { useRoom } from '../room-context';

/** The server's clock in ms, once a second. Only small components may use it: they draw again each time. */
export function useServerNow(): number {
  const offset = useRoom((state) => state.clockOffset);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
