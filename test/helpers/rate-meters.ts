/** Decides at a time in milliseconds whether a request is allowed. */
export type Meter = (now: number) => boolean;

/** The ways in which servers count `allowed` requests a second. */
export const METERS: Readonly<Record<string, (allowed: number) => Meter>> = {
  'a sliding window': (allowed) => slidingWindow(allowed, false),
  'a sliding window in which refused calls count too': (allowed) => slidingWindow(allowed, true),
  'whole seconds': wholeSeconds,
  'a bucket for a second': (allowed) => bucket(allowed, allowed),
  'a bucket for one call': (allowed) => bucket(allowed, 1),
};

function slidingWindow(allowed: number, countRefused: boolean): Meter {
  let seen: number[] = [];
  return (now) => {
    seen = seen.filter((time) => time > now - 1000);
    const fits = seen.length < allowed;
    if (fits || countRefused) seen.push(now);
    return fits;
  };
}

function wholeSeconds(allowed: number): Meter {
  let second = Number.NaN;
  let seen = 0;
  return (now) => {
    seen = Math.floor(now / 1000) === second ? seen + 1 : 1;
    second = Math.floor(now / 1000);
    return seen <= allowed;
  };
}

function bucket(allowed: number, size: number): Meter {
  let tokens = size;
  let before: number | null = null;
  return (now) => {
    tokens = Math.min(size, tokens + ((now - (before ?? now)) * allowed) / 1000);
    before = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
