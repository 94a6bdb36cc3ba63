import { randomUUID } from 'node:crypto'
import { type APIRequestContext, request } from '@playwright/test'
import { baseUrl } from './server.ts'
import { signInAs } from './sign-in.ts'

/** Long and of no meaning, as the product asks. */
export const memberPassword = 'trois hérons distraits'
export type Member = { readonly personId: string; readonly name: string; readonly email: string }

async function call<Answer>(context: APIRequestContext, slug: string, path: string, input: unknown): Promise<Answer> {
  const headers = { origin: baseUrl, 'x-oeuvre-organization': slug }
  const answer = await context.post(`${baseUrl}/api/trpc/${path}`, { data: input, headers })
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  const body = (await answer.json()) as { result: { data: Answer } }
  return body.result.data
}

/** What an administrator does elsewhere, in a browser of their own. */
async function asAdministrator<Answer>(
  work: (mutate: <A>(path: string, input: unknown) => Promise<A>) => Promise<Answer>,
): Promise<Answer> {
  const context = await request.newContext()
  const { slug } = await signInAs(context, 'administrator')
  try {
    return await work((path, input) => call(context, slug, path, input))
  } finally {
    await context.dispose()
  }
}

function newcomer(name = 'Odile Invitée'): Member {
  const personId = randomUUID()
  return { personId, name, email: `odile-${personId.slice(0, 8)}@atelier-valmont.example` }
}

/** Somebody new in the directory, of that name. */
export function addSomebody(name: string): Promise<string> {
  const { personId } = newcomer()
  return asAdministrator(async (mutate) => {
    await mutate('people.create', { id: personId, name })
    return personId
  })
}

/** Somebody new in the directory, and the link that invites them. */
export function inviteSomebody(called?: string): Promise<{ readonly member: Member; readonly link: string }> {
  const member = newcomer(called)
  const { personId, name, email } = member
  return asAdministrator(async (mutate) => {
    await mutate('people.create', { id: personId, name, email })
    const { link } = await mutate<{ link: string }>('organizations.invite', { personId, email, roles: [] })
    return { member, link }
  })
}

/** Somebody new who has signed in once, so that the links of two tests never are the same person's. */
export async function makeMember(called?: string): Promise<Member> {
  const { member, link } = await inviteSomebody(called)
  const context = await request.newContext()
  await call(context, '', 'identity.acceptLink', { token: tokenOf(link), password: memberPassword })
  await context.dispose()
  return member
}

/** A team of its own at the top, which one leads and another belongs to. */
export function makeTeam(name: string, manager: Member, member: Member): Promise<void> {
  const id = randomUUID()
  return asAdministrator(async (mutate) => {
    await mutate('people.createTeam', { id, name })
    await mutate('people.setManagers', { id, personIds: [manager.personId] })
    await mutate('people.move', { ids: [member.personId], teamId: id, from: null })
  })
}

export async function makeResetLink(): Promise<string> {
  const { personId } = await makeMember()
  const { link } = await asAdministrator((mutate) => mutate<{ link: string }>('organizations.resetPassword', { personId }))
  return link
}

function tokenOf(link: string): string {
  return new URL(link).pathname.split('/').at(-1) ?? ''
}
