import type { APIRequestContext } from '@playwright/test'
import { baseUrl } from './server.ts'

export type Role = 'employee' | 'manager' | 'executive' | 'administrator'
export type Persona = {
  readonly key: string
  readonly organization: string
  readonly slug: string
  readonly personName: string
  readonly role: Role
}

/** The people whom the demonstration offers, in the order of its list. */
export async function listPersonas(request: APIRequestContext): Promise<readonly Persona[]> {
  const answer = await request.get(`${baseUrl}/api/trpc/identity.demonstration`)
  const body = (await answer.json()) as { result: { data: Persona[] } }
  return body.result.data
}

/** Signs the context of `request` in with one click, as somebody of that role; without a slug in the first organization that has one. */
export async function signInAs(request: APIRequestContext, role: Role, slug?: string): Promise<Persona> {
  const personas = await listPersonas(request)
  const persona = personas.find((one) => one.role === role && (slug === undefined || one.slug === slug))
  if (!persona) throw new Error(`the demonstration has no ${role}${slug ? ` in ${slug}` : ''}`)
  const answer = await request.post(`${baseUrl}/api/demo/sign-in`, { data: { key: persona.key }, headers: { origin: baseUrl } })
  if (!answer.ok()) throw new Error(`signing in as ${persona.key}: ${answer.status()} ${await answer.text()}`)
  return persona
}
