import type { Permission } from '@oeuvre/domain/organizations/policy'
import type { Language, OrganizationSettings, Role } from '@oeuvre/domain/organizations/schema'
import { initTRPC } from '@trpc/server'

/** Stands in for `AppRouter` of `@oeuvre/api/trpc` until the procedures are there. Types only. */
const t = initTRPC.create()
type Demonstration = { key: string; organization: string; slug: string; role: Role; personName: string }
type Me = { id: string; email: string; name: string; language: Language | null; organizations: { slug: string; name: string }[] }
type Shell = {
  settings: OrganizationSettings
  person: { id: string; name: string }
  roles: Role[]
  today: string
  can: Readonly<Record<Permission, boolean>>
}
type LinkView = { kind: 'invitation' | 'password-reset'; organizationName: string; personName: string; email: string; hasUser: boolean }
type SetUp = {
  token: string
  organizationName: string
  slug: string
  timeZone: string
  reportingCurrency: string
  name: string
  email: string
  password: string
}
const nothing = null as unknown
const router = t.router({
  identity: t.router({
    me: t.procedure.query(() => nothing as Me | null),
    demonstration: t.procedure.query(() => nothing as Demonstration[]),
    firstRun: t.procedure.input((v: unknown) => v as { token: string }).query(() => nothing as { isOpen: boolean }),
    setUp: t.procedure.input((v: unknown) => v as SetUp).mutation(() => nothing as { slug: string }),
    link: t.procedure.input((v: unknown) => v as { token: string }).query(() => nothing as LinkView),
    acceptLink: t.procedure
      .input((v: unknown) => v as { token: string; password: string })
      .mutation(() => nothing as { email: string; hasUser: boolean }),
    setLanguage: t.procedure.input((v: unknown) => v as { language: Language }).mutation(() => nothing as { language: Language }),
  }),
  organizations: t.router({ shell: t.procedure.query(() => nothing as Shell) }),
})
export type AppRouter = typeof router
