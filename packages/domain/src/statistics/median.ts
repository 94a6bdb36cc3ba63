/** The middle of a sample, or the mean of the two in the middle; null without any. What PostgreSQL's percentile_cont(0.5) gives. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : low + (high - low) / 2
}
