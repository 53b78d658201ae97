/** Log-odds of a view in (−1, 1), in nats: ln((1 + x) / (1 − x)), in a form that is exactly odd in x. */
export function toLogOdds(view: number): number {
  return Math.log1p(view) - Math.log1p(-view);
}

/** View in (−1, 1) of log-odds in nats; the inverse of `toLogOdds`. */
export function fromLogOdds(nats: number): number {
  return Math.tanh(nats / 2);
}
