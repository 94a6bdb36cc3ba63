import { clear, createStore, get, set, type UseStore } from 'idb-keyval'

/**
 * The few answers that the frame and the log form stand on, as they were last heard, so that both open without a line. One person's
 * at a time: they go when that person signs out, or when the server says that somebody else, or nobody, is signed in.
 */
export type Asked = { readonly path: string; readonly input: unknown; readonly organization: string | null }

let store: UseStore | null = null

function answers(): UseStore {
  store ??= createStore('oeuvre-answers', 'heard-1')
  return store
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function typedOf(input: unknown): string {
  return isRecord(input) && typeof input.q === 'string' ? input.q : ''
}

function keyOf({ path, input, organization }: Asked): string {
  if (path === 'identity.me') return path
  return path === 'people.suggest' ? `${organization} ${path}` : `${organization} ${path} ${JSON.stringify(input ?? null)}`
}

function whoIs(me: unknown): string | null {
  return isRecord(me) && typeof me.email === 'string' ? me.email : null
}

let last: Promise<void> = Promise.resolve()

/** One after the other: whose answers these are is settled before the next is kept. */
export function keepAnswer(asked: Asked, answer: unknown): Promise<void> {
  last = last.then(() => keep(asked, answer)).catch(() => undefined)
  return last
}

async function keep(asked: Asked, answer: unknown): Promise<void> {
  // Of suggestions only those before anything is typed: whom one is likely to name.
  if (asked.path === 'people.suggest' && typedOf(asked.input) !== '') return
  if (asked.path === 'identity.me' && whoIs(await get('identity.me', answers())) !== whoIs(answer)) await clear(answers())
  if (answer !== null) await set(keyOf(asked), answer, answers())
}

/** undefined: never heard. */
export async function recallAnswer(asked: Asked): Promise<unknown> {
  const answer = await get<unknown>(keyOf(asked), answers())
  const typed = typedOf(asked.input).toLowerCase()
  if (!Array.isArray(answer) || typed === '') return answer
  return answer.filter((one) => isRecord(one) && String(one.name).toLowerCase().includes(typed))
}

export async function forgetAnswers(): Promise<void> {
  await clear(answers()).catch(() => undefined)
}
