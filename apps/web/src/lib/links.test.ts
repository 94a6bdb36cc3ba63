import { createTRPCClient, TRPCClientError, type TRPCLink } from '@trpc/client'
import { initTRPC } from '@trpc/server'
import { observable } from '@trpc/server/observable'
import { afterEach, expect, test, vi } from 'vitest'
import { presenceLink, sessionLink } from './links.ts'
import { serverState } from './server-state.ts'
import { abandonSession, restoreSession, sessionEnded } from './session.ts'

const t = initTRPC.create()
const router = t.router({ log: t.procedure.input((value) => String(value)).mutation(({ input }) => input) })

type Answer = (input: unknown) => unknown

/** A server that answers in turn what it is told. */
function clientOf(answers: Answer[], made: unknown[]) {
  const server: TRPCLink<typeof router> =
    () =>
    ({ op }) =>
      observable((observer) => {
        made.push(op.input)
        try {
          observer.next({ result: { type: 'data', data: answers.shift()?.(op.input) } })
          observer.complete()
        } catch (error) {
          observer.error(TRPCClientError.from(error as Error))
        }
      })
  const links = [sessionLink, presenceLink] as unknown as TRPCLink<typeof router>[]
  return createTRPCClient<typeof router>({ links: [...links, server] })
}

function refusal(code: string) {
  return () => {
    throw { error: { message: code, code: -32_001, data: { refusals: [{ code }], requestId: 'r', httpStatus: 401 } } }
  }
}

afterEach(() => {
  abandonSession(new Error('end of test'))
  serverState.set('here')
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a call that finds the session ended waits, and is made again with what it carried', async () => {
  const made: unknown[] = []
  const client = clientOf([refusal('unauthenticated'), (input) => input], made)
  const call = client.log.mutate('what was typed')
  await vi.waitFor(() => expect(sessionEnded.get()).toBe(true), { timeout: 60_000 })
  restoreSession()
  expect(await call).toBe('what was typed')
  expect(made).toEqual(['what was typed', 'what was typed'])
  expect(sessionEnded.get()).toBe(false)
})

test('leaving gives the refusal to the caller', async () => {
  const client = clientOf([refusal('unauthenticated')], [])
  const call = client.log.mutate('x')
  const refused = expect(call).rejects.toThrow('unauthenticated')
  await vi.waitFor(() => expect(sessionEnded.get()).toBe(true), { timeout: 60_000 })
  abandonSession(new Error('left'))
  await refused
})

test('any other refusal comes at once', async () => {
  const client = clientOf([refusal('forbidden')], [])
  await expect(client.log.mutate('x')).rejects.toThrow('forbidden')
  expect(sessionEnded.get()).toBe(false)
  expect(serverState.get()).toBe('here')
})

test('a server that is gone is noticed, asked for, and noticed again when it is back', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
  const health = [false, true]
  vi.stubGlobal('fetch', async () => ({ ok: health.shift() }))
  await expect(clientOf([refusal('unavailable')], []).log.mutate('x')).rejects.toThrow('unavailable')
  expect(serverState.get()).toBe('gone')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(serverState.get()).toBe('gone')
  await vi.advanceTimersByTimeAsync(1_500)
  expect(serverState.get()).toBe('here')
})
