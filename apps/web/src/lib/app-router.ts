import type { Language, OrganizationSettings, Role } from '@oeuvre/domain/organizations/schema'
import { initTRPC } from '@trpc/server'

/** Stands in for `AppRouter` of `@oeuvre/api/trpc` until the procedures are there. Types only. */
const t = initTRPC.create()
type Demonstration = { key: string; organization: string; name: string; role: Role; personName: string }
type Me = { user: { id: string; email: string; name: string; language: Language | null }; organizations: { slug: string; name: string }[] }
type Shell = {
  settings: OrganizationSettings
  person: { id: string; name: string; initials: string }
  roles: Role[]
  counts: { review: number }
}
const nothing = null as unknown
const router = t.router({
  identity: t.router({
    me: t.procedure.query(() => nothing as Me | null),
    setLanguage: t.procedure.input((v: unknown) => v as { language: Language }).mutation(() => nothing as null),
    signOutEverywhere: t.procedure.mutation(() => nothing as null),
    demonstration: t.procedure.query(() => nothing as Demonstration[]),
  }),
  organizations: t.router({ shell: t.procedure.query(() => nothing as Shell) }),
})
export type AppRouter = typeof router
