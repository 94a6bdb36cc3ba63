import type { ReactNode } from 'react'
import styles from './marks.module.css'

/** `second-look` is submitted and read once; `merged` is the end of a result that became part of another. */
export type ReviewState = 'draft' | 'submitted' | 'second-look' | 'changes' | 'verified' | 'declined' | 'withdrawn' | 'reopened' | 'merged'

type Look = { color: string; glyph: ReactNode }
const ring = <circle cx="8" cy="8" r="5.5" />
const half = <path d="M8 2.500a5.500 5.500 0 0 1 0 11z" fill="currentColor" stroke="none" />

const looks: Record<ReviewState, Look> = {
  draft: { color: 'var(--oe-st-draft)', glyph: <circle cx="8" cy="8" r="5.5" strokeDasharray="2.2 2.4" /> },
  submitted: { color: 'var(--oe-st-submitted)', glyph: [<g key="r">{ring}</g>, <g key="h">{half}</g>] },
  'second-look': {
    color: 'var(--oe-st-submitted)',
    glyph: [<g key="r">{ring}</g>, <circle key="i" cx="8" cy="8" r="2.25" fill="currentColor" stroke="none" />],
  },
  changes: { color: 'var(--oe-st-changes)', glyph: [<g key="r">{ring}</g>, <path key="a" d="M5.500 8h5m-3-2-2 2 2 2" />] },
  verified: {
    color: 'var(--oe-st-verified)',
    glyph: [
      <circle key="d" cx="8" cy="8" r="6.25" fill="currentColor" stroke="none" />,
      <path key="t" d="m5.300 8.200 1.900 1.900 3.500-4" stroke="var(--oe-paper)" />,
    ],
  },
  declined: { color: 'var(--oe-st-declined)', glyph: [<g key="r">{ring}</g>, <path key="x" d="m6 6 4 4m0-4-4 4" />] },
  withdrawn: { color: 'var(--oe-st-withdrawn)', glyph: [<g key="r">{ring}</g>, <path key="m" d="M5.500 8h5" />] },
  reopened: { color: 'var(--oe-st-reopened)', glyph: <path d="M12.900 5.600A5.500 5.500 0 1 0 13.500 8m-.2-5v3h-3" /> },
  merged: {
    color: 'var(--oe-st-withdrawn)',
    glyph: <path d="M3 3v2.500C3 8 5 8 8 8s5 0 5 2.500V13M3 13v-2.500C3 9 4 8.300 5.500 8.100" />,
  },
}

/** The state of review: a glyph, its word and its colour; never the colour alone. */
export function StateMark({ state, children, small = false }: { state: ReviewState; children: ReactNode; small?: boolean }) {
  const look = looks[state]
  return (
    <span className={styles.state} data-small={small || undefined} style={{ color: look.color }}>
      <svg
        viewBox="0 0 16 16"
        width={16}
        height={16}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {look.glyph}
      </svg>
      {children}
    </span>
  )
}
