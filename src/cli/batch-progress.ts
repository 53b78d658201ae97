/** How far a run is; `seconds` since its start. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly seconds: number;
}

const BAR = 24;

/** One line: a bar, how many are done, how many a second, how long it will take, how many failed. */
export function progressLine({ done, total, failed, seconds }: Progress): string {
  const filled = total === 0 ? BAR : Math.floor((done / total) * BAR);
  const rate = seconds > 0 ? done / seconds : 0;
  const left = rate > 0 ? `${duration((total - done) / rate)} left` : 'counting';
  const bar = `[${'='.repeat(filled)}${' '.repeat(BAR - filled)}]`;
  return `${bar} ${done}/${total}, ${rate.toFixed(1)} threads/s, ${left}${failed > 0 ? `, ${failed} failed` : ''}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
