import type { AppRouter } from '@oeuvre/api/trpc'
import type { TRPCLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { failureOf, hasCode } from './refusals.ts'
import { reportGone } from './server-state.ts'
import { waitForSession } from './session.ts'

/** Holds a call that was refused because the session ended, and makes it again once the reader has signed in. */
export const sessionLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      let current: Unsubscribable | null = null
      let isDone = false
      function run() {
        current = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            if (!hasCode(error, 'unauthenticated')) return observer.error(error)
            waitForSession().then(
              () => isDone || run(),
              () => observer.error(error),
            )
          },
        })
      }
      run()
      return () => {
        isDone = true
        current?.unsubscribe()
      }
    })

/** Notices that the server or its database is gone, so that the page can say so and come back by itself. */
export const presenceLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error(error) {
          if (!op.signal?.aborted && failureOf(error).refusals.some((r) => r.code === 'unavailable')) reportGone()
          observer.error(error)
        },
      }),
    )
