const paths = {
  home: 'M4 11.5 12 5l8 6.5V20H4zM10 20v-5h4v5',
  page: 'M5 5h14v14H5zM8 9h8M8 12.5h8M8 16h4.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  bars: 'M4 20h16M7 16v-4M12 16V6M17 16V9.5',
  plus: 'M12 5v14M5 12h14',
  person: 'M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M5 20c.6-4 3.2-6 7-6s6.4 2 7 6',
} as const

export type IconName = keyof typeof paths

/** The phone's bar alone has icons; the rail has words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}
