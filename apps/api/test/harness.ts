import { createHmac, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneDatabase } from '@oeuvre/db/testing'
import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { inject } from 'vitest'
import { type App, buildApp } from '../src/app.ts'
import type { Config } from '../src/env.ts'
import type { AppRouter } from '../src/trpc/router.ts'

const secret = 'only-for-tests-only-for-tests-only-for-tests'
export const testBaseUrl = 'http://localhost:3000'

export type Api = App & { readonly url: string; readonly ownerUrl: string; readonly config: Config; stop(): Promise<void> }

/** A server of its own on a database of its own (a clone of the migrated template). */
export async function startApi(over: Partial<Config> = {}, now?: () => Date, lent?: Parameters<typeof buildApp>[2]): Promise<Api> {
  const clone = await cloneDatabase(inject('postgres'), `t_${randomUUID().replaceAll('-', '')}`)
  const filesDir = mkdtempSync(join(tmpdir(), 'oeuvre-files-'))
  const config: Config = {
    databaseUrl: clone.app,
    baseUrl: testBaseUrl,
    port: 0,
    host: '127.0.0.1',
    secret,
    webRoot: null,
    filesDir,
    mail: null,
    isDemonstration: false,
    readsOutside: false,
    trustedProxies: [],
    chromiumPath: null,
    logLevel: 'silent',
    hasJobs: false,
    hasClock: false,
    jobPauseSeconds: 0.5,
    ...over,
  }
  const app = await buildApp(config, now, lent)
  const url = await app.http.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...app,
    url,
    ownerUrl: clone.owner,
    config,
    async stop() {
      await app.close()
      await clone.drop()
      rmSync(filesDir, { recursive: true, force: true })
    },
  }
}

/** A session cookie for a user, as the sign-in library would set it. */
export async function cookieFor(api: Api, userId: string): Promise<string> {
  const session = await (await api.auth.$context).internalAdapter.createSession(userId)
  const signature = createHmac('sha256', secret).update(session.token).digest('base64')
  return `oeuvre.session_token=${encodeURIComponent(`${session.token}.${signature}`)}`
}

/** A typed client, over real HTTP, for somebody in an organization. */
export function client(api: { url: string }, cookie: string, slug: string) {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${api.url}/api/trpc`, headers: { cookie, 'x-oeuvre-organization': slug, origin: testBaseUrl } })],
  })
}
export type Client = ReturnType<typeof client>

/** What a refused call was refused for. */
export async function refusals(call: Promise<unknown>): Promise<Refusal[]> {
  try {
    await call
  } catch (e) {
    if (e instanceof TRPCClientError && e.data) return (e.data as { refusals: Refusal[] }).refusals
    throw e
  }
  throw new Error('was not refused')
}

export async function refusal(call: Promise<unknown>): Promise<string> {
  return (await refusals(call))[0]?.code ?? 'none'
}

/** Until everything that was asked for in the background is done (a server with jobs), but for what is to come later. @throws Error when a job came to nothing */
export async function settled(api: Api): Promise<void> {
  for (;;) {
    const { rows } = await api.db.pool.query<{ open: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('created', 'retry', 'active') AND start_after <= now() + interval '30 seconds')::int AS open, count(*) FILTER (WHERE state = 'failed')::int AS failed FROM pgboss.job`,
    )
    if (rows[0]?.failed) throw new Error('a job failed')
    if (rows[0]?.open === 0) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
