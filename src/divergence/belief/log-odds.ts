/** Log-odds of a view in (−1, 1), in nats: ln((1 + x) / (1 − x)). */
export function toLogOdds(view: number): number {
  return Math.log((1 + view) / (1 - view));
}

/** View in (−1, 1) of log-odds in nats; the inverse of `toLogOdds`. */
export function fromLogOdds(nats: number): number {
  return Math.tanh(nats / 2);
}
