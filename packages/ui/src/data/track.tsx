import styles from './track.module.css'

/** A bar in a table cell or list: `share` of the track from 0 to 1, a tick at `mark` (a promise, a target). Decorative: the figure stands beside it. */
export function Track({ share, mark, tone = 'ink' }: { share: number; mark?: number; tone?: 'ink' | 'soft' | 'late' }) {
  const width = Math.max(0, Math.min(1, share))
  return (
    <span className={styles.track} data-tone={tone} aria-hidden="true">
      <i style={{ width: `${width * 100}%` }} />
      {mark !== undefined && <b style={{ left: `${Math.max(0, Math.min(1, mark)) * 100}%` }} />}
    </span>
  )
}

/** Three bars inside each other on one scale: declared (hollow), active (stone), led to a result (ink). Shares of the widest row. */
export function NestedTrack({ outer, middle, inner }: { outer: number; middle: number; inner: number }) {
  return (
    <span className={styles.nested} aria-hidden="true">
      {[outer, middle, inner].map((share, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed layers
        <i key={index} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
      ))}
    </span>
  )
}
