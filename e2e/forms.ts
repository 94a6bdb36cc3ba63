import { type APIRequestContext, request } from '@playwright/test'
import { baseUrl } from './server.ts'
import { type Role, signInAs } from './sign-in.ts'

async function ask<Answer>(context: APIRequestContext, slug: string, path: string, input: unknown): Promise<Answer> {
  const address = `${baseUrl}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`
  const answer = await context.get(address, { headers: { 'x-oeuvre-organization': slug } })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  const body = (await answer.json()) as { result: { data: Answer } }
  return body.result.data
}

type Ask = <A>(path: string, input: unknown) => Promise<A>

/** The first of some for which a reader of that role has a form to fill. */
async function firstOf(role: Role, list: (get: Ask) => Promise<readonly string[]>, has: (get: Ask, id: string) => Promise<boolean>) {
  const context = await request.newContext()
  try {
    const { slug } = await signInAs(context, role)
    const get: Ask = (path, input) => ask(context, slug, path, input)
    for (const id of await list(get)) if (await has(get, id)) return id
    throw new Error(`nothing for ${role} to fill a form for`)
  } finally {
    await context.dispose()
  }
}

type Ids = { readonly items: readonly { readonly id: string }[] }

/** By which an executive puts a verified result on stage. */
export async function chooseForm(): Promise<string> {
  const id = await firstOf(
    'executive',
    async (get) => (await get<Ids>('outcomes.list', { state: ['verified'], limit: 20 })).items.map((one) => one.id),
    async (get, outcomeId) => (await get<{ canChoose: boolean }>('stage.ofOutcome', { outcomeId })).canChoose,
  )
  return `/{slug}/stage/choose/${id}`
}

/** By which an executive changes what is said beside a story. */
export async function rewordForm(): Promise<string> {
  const id = await firstOf(
    'executive',
    async (get) => (await get<Ids>('stage.list', { limit: 20 })).items.map((one) => one.id),
    async (get, story) => (await get<{ can: { reword: boolean } }>('stage.get', { id: story })).can.reword,
  )
  return `/{slug}/stage/words/${id}`
}

/** By which a manager recognises the work of somebody. */
export async function awardForm(): Promise<string> {
  const id = await firstOf(
    'manager',
    async (get) => (await get<Ids>('people.list', { limit: 50 })).items.map((one) => one.id),
    // Refused of whoever is not within reach.
    (get, personId) =>
      get<{ results: readonly unknown[] }>('awards.choices', { personId, teamId: null }).then(
        ({ results }) => results.length > 0,
        () => false,
      ),
  )
  return `/{slug}/awards/new?person=${id}`
}
