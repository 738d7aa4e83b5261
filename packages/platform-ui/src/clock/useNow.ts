import { useEffect, useState } from 'react';

/**
 * The present time in milliseconds, updated at an interval, for ages and countdowns.
 *
 * @public
 */
export function useNow(intervalMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}
