import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

/** Somebody signed in: the cookie that the sign-in library would have set. */
export type Someone = { readonly personId: string; readonly cookie: string }
export type House = {
  readonly organizationId: OrganizationId
  readonly typeId: string
  readonly teams: readonly [string, string]
  readonly writers: readonly Someone[]
  readonly manager: Someone
  readonly administrator: Someone
}

function cookieOf(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `oeuvre.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Two teams under one manager, writers in the first; written before anything is killed. */
export async function makeHouse(db: Database, secret: string, writers: number): Promise<House> {
  const { rows } = await db.pool.query<{ id: OrganizationId }>('SELECT id FROM organization_directory')
  const organizationId = rows[0]?.id
  if (!organizationId) throw new Error('no organization')
  const o = sql`${organizationId}::uuid`
  const teams = [randomUUID(), randomUUID()] as const
  await write(db, organizationId, async (tx) => {
    for (const id of teams) {
      await tx.run(sql`INSERT INTO team (organization_id, id, name, name_key) VALUES (${o}, ${id}::uuid, ${id}, ${id})`)
      await tx.run(sql`INSERT INTO team_placement (organization_id, team_id) VALUES (${o}, ${id}::uuid)`)
    }
  })
  async function enter(personId: string): Promise<Someone> {
    const user = await db.prisma.user.create({ data: { email: `${personId}@kill.example`, name: 'Somebody', emailVerified: true } })
    await write(db, organizationId as OrganizationId, (tx) =>
      tx.run(sql`INSERT INTO membership (organization_id, user_id, person_id) VALUES (${o}, ${user.id}::uuid, ${personId}::uuid)`),
    )
    const token = randomBytes(24).toString('base64url')
    await db.prisma.session.create({ data: { token, userId: user.id, expiresAt: new Date(Date.now() + 86_400_000) } })
    return { personId, cookie: cookieOf(token, secret) }
  }
  async function someone(name: string, place: 'member' | 'manager'): Promise<Someone> {
    const id = randomUUID()
    await write(db, organizationId as OrganizationId, async (tx) => {
      await tx.run(sql`INSERT INTO person (organization_id, id, name, name_key) VALUES (${o}, ${id}::uuid, ${name}, ${name})`)
      if (place === 'member')
        await tx.run(sql`INSERT INTO team_membership (organization_id, person_id, team_id) VALUES (${o}, ${id}::uuid, ${teams[0]}::uuid)`)
      else
        for (const team of teams)
          await tx.run(sql`INSERT INTO team_manager (organization_id, person_id, team_id) VALUES (${o}, ${id}::uuid, ${team}::uuid)`)
    })
    return enter(id)
  }
  const [type] = await write(db, organizationId, (tx) =>
    tx.rows<{ id: string }>(sql`SELECT id FROM outcome_type WHERE organization_id = ${o} AND code = 'client-won'`),
  )
  const administrator = await someone('Ada', 'member')
  await write(db, organizationId, (tx) =>
    tx.run(sql`INSERT INTO role_grant (organization_id, person_id, role) VALUES (${o}, ${administrator.personId}::uuid, 'administrator')`),
  )
  const crew: Someone[] = []
  for (let i = 0; i < writers; i++) crew.push(await someone(`Writer ${i}`, 'member'))
  return { organizationId, typeId: type?.id ?? '', teams, writers: crew, manager: await someone('Samuel', 'manager'), administrator }
}
