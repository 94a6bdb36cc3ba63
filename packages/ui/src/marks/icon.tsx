const paths = {
  arrow: 'M3 8h10M9 4l4 4-4 4',
  back: 'M13 8H3m4-4L3 8l4 4',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  down: 'm4 6 4 4 4-4',
  download: 'M8 3v8m-3.5-3L8 11.500 11.500 8M3 13.500h10',
  edit: 'm10 3.500 2.500 2.500L6 12.500l-3 .5.5-3z',
  file: 'M4 2.500h5l3 3v8H4zm5 0v3h3',
  flag: 'M4 14V2.500h8L10.500 5.500l1.500 3H4',
  history: 'M3 8a5 5 0 1 1 1.600 3.700M3 4.500V8h3.500M8 5.500V8l2 1.500',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12m0-6.500V11M8 5v.1',
  link: 'm6.500 9.500 3-3M7 4.500l1.300-1.300a3 3 0 0 1 4.300 4.300L11.300 9M9 11.500l-1.300 1.300a3 3 0 0 1-4.300-4.300L4.700 7',
  lock: 'M4 7.500h8v6H4zm1.500 0V5.500a2.500 2.500 0 0 1 5 0v2',
  menu: 'M3 5h10M3 8h10m-10 3h10',
  minus: 'M3.500 8h9',
  plus: 'M8 3.500v9M3.500 8h9',
  search: 'M7 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8m3-1 3.500 3.500',
  undo: 'M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6m-.5-10-3 3 3 3',
  up: 'm4 10 4-4 4 4',
  warn: 'M8 2.500 14.500 13.500h-13zm0 4v3.200m0 1.900v.1',
} as const

const largePaths = {
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zm4 4h4',
  home: 'M4 11.500 12 5l8 6.500V20H4zm6 8.500v-5h4v5',
  impact: 'M4 20h16M7 16v-4m5 4V6m5 10V9.500',
  me: 'M12 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7m-7 8c.6-4 3.200-6 7-6s6.400 2 7 6',
  add: 'M12 5v14m-7-7h14',
  review: 'm5 12.500 4.500 4.500L19 7.500',
  stage: 'M5 5h14v14H5zm3 4h8m-8 3.500h8M8 16h4.500',
} as const

export type IconName = keyof typeof paths
export type LargeIconName = keyof typeof largePaths

function Strokes({ d, size, box }: { d: string; size: number; box: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${box} ${box}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  )
}

/** A line icon on a grid of 16, always beside a word or inside something that has a label. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return <Strokes d={paths[name]} size={size} box={16} />
}

/** The icons of the phone's bottom bar, on a grid of 24. */
export function LargeIcon({ name, size = 24 }: { name: LargeIconName; size?: number }) {
  return <Strokes d={largePaths[name]} size={size} box={24} />
}
