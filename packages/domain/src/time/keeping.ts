/** How long something is kept that is erased by itself: days, or whole months. */
export type Keeping = { readonly days: number } | { readonly months: number }

/** Retention. The one table: what erases and the page that tells people of it read the same numbers. */
export const keeping = {
  /** Address and handle of an account, from its withdrawal. */
  withdrawnAccount: { days: 30 },
  /** File and rows of an import, from its end; so long it can be undone. */
  importFile: { days: 30 },
  /** A file that is shown nowhere; an upload that was given up. */
  unusedFile: { days: 30 },
  givenUpUpload: { days: 1 },
  notice: { days: 180 },
  reportFile: { days: 30 },
  /** That a report was sent, and to whom. */
  reportDelivery: { days: 400 },
  /** Answers to what a program asked, and coaching notes, from leaving it. */
  checkIn: { days: 30 },
  /** A coaching note that was taken back. */
  removedNote: { days: 1 },
  linkVisit: { months: 25 },
  /** A session, from the last time that it was used. */
  session: { days: 14 },
} as const satisfies Readonly<Record<string, Keeping>>
