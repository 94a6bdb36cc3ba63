import type { AppRouter } from '@oeuvre/api/trpc'
import type { TRPCLink } from '@trpc/client'
import { observable, type Unsubscribable } from '@trpc/server/observable'
import { keepAnswer, recallAnswer } from './kept-answers.ts'
import { organizationSlug } from './organization.ts'
import { failureOf, hasCode, isUnavailable } from './refusals.ts'
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

/** What frame and log form ask before they can be drawn. */
const kept: ReadonlySet<string> = new Set([
  'identity.me',
  'organizations.shell',
  'outcomes.vocabulary',
  'accounts.listOwn',
  'people.suggest',
])
/** The first screen comes first. */
const afterFirstScreen = 1_500

/** Without a line, what frame and log form ask is answered as it was last heard on this device. */
export const keptLink: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      if (op.type !== 'query' || !kept.has(op.path)) return next(op).subscribe(observer)
      const asked = { path: op.path, input: op.input, organization: organizationSlug.get() }
      return next(op).subscribe({
        next(value) {
          observer.next(value)
          const { result } = value
          if (!('data' in result)) return
          setTimeout(() => void keepAnswer(asked, result.data), afterFirstScreen)
        },
        complete: () => observer.complete(),
        error(error) {
          if (!isUnavailable(error)) return observer.error(error)
          void recallAnswer(asked)
            .catch(() => undefined)
            .then((answer) => {
              if (answer === undefined) return observer.error(error)
              observer.next({ result: { type: 'data', data: answer } })
              observer.complete()
            })
        },
      })
    })
