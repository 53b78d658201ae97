/** A number as the graph file writes it: four decimals, no minus zero. */
export function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
