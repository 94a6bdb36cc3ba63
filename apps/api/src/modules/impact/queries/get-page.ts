import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { maySlice } from '@oeuvre/domain/impact/policy'
import { allSides, drawnSpan, periodsOf, sentenceOf } from '@oeuvre/domain/impact/rules'
import type { Figure, ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { bucketsOf, grainOf } from '@oeuvre/domain/time/buckets'
import { formatPeriodCode } from '@oeuvre/domain/time/period-codes'
import { isUnfinished } from '@oeuvre/domain/time/periods'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CreditScope, reachOf } from '../../credits/visible-to.ts'
import { dayNow } from '../../people/visible-to.ts'
import { getHeadline } from './get-headline.ts'
import { listChannels } from './list-channels.ts'
import { listNotConverted } from './list-not-converted.ts'
import { listNotYetVerified } from './list-not-yet-verified.ts'
import { listOverTime } from './list-over-time.ts'
import { listSides } from './list-sides.ts'
import { listTeams } from './list-teams.ts'
import { listTypes } from './list-types.ts'
import { loadNames, type Names } from './load-names.ts'

/**
 * Every figure of the page, from one snapshot of the ledger. (Its stories are the list's to answer.)
 * @throws DomainError not-found for a team or person outside the reader's border: as if it did not exist
 */
export function getPage(ctx: OrgContext, filter: ImpactFilter): Promise<ImpactPage> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    await assertSlice(tx, actor, filter)
    const { code, period, compared } = periodsOf(filter, actor.today, actor.settings)
    const now = scopeOf(actor, filter, period)
    const before = compared && scopeOf(actor, filter, compared)
    const version = await tx.one<{ v: string }>(
      sql`SELECT ledger_version AS v FROM organization_version WHERE organization_id = ${actor.organizationId}::uuid`,
    )
    const drawn = drawnSpan(period)
    const grain = grainOf(drawn)
    const buckets = bucketsOf(drawn, grain, { today: actor.today, weekStartsOn: actor.settings.weekStartsOn }).map((b) => ({
      ...b,
      isChosen: b.from >= period.from,
    }))
    const by = filter.by ?? 'type'
    const names = await loadNames(tx, actor.organizationId)
    const headline = await getHeadline(tx, now)
    const sides = await listSides(tx, now)
    const tables = await loadTables(tx, now, before, names, sides)
    return {
      period: { code: formatPeriodCode(code), from: period.from, to: period.to, isUnfinished: isUnfinished(period, actor.today) },
      compared: compared && { from: compared.from, to: compared.to },
      scope: now.reach ? 'reach' : 'organization',
      ledgerVersion: version?.v ?? '0',
      currency: actor.settings.reportingCurrency,
      digits: currencyDigits(actor.settings.reportingCurrency) ?? 2,
      sentence: sentenceOf(headline, sides),
      headline: { now: headline, before: before && (await getHeadline(tx, before)) },
      overTime: {
        grain,
        by,
        buckets,
        cells: await listOverTime(
          tx,
          scopeOf(actor, filter, drawn),
          buckets.map((b) => b.from),
          by,
        ),
      },
      ...tables,
      notConverted: await listNotConverted(tx, now),
      notYetVerified: await listNotYetVerified(tx, now),
    }
  })
}

export function scopeOf(
  actor: Actor,
  slice: Omit<ImpactFilter, 'period' | 'compare' | 'measure' | 'by'>,
  days: { from: string; to: string },
): CreditScope {
  const { type, team, channel, side, person } = slice
  return {
    organizationId: actor.organizationId,
    from: days.from,
    to: days.to,
    reach: reachOf(actor),
    today: actor.today,
    type,
    team,
    channel,
    side,
    person,
  }
}

async function assertSlice(tx: SqlTx, actor: Actor, filter: ImpactFilter): Promise<void> {
  const unknown = await tx.one<{ team: boolean; teamId: string | null; person: boolean }>(sql`
    SELECT ${filter.team ?? null}::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM team WHERE organization_id = ${actor.organizationId}::uuid AND id = ${filter.team ?? null}::uuid) AS team,
      ${filter.person ?? null}::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM person WHERE organization_id = ${actor.organizationId}::uuid AND id = ${filter.person ?? null}::uuid) AS person,
      (SELECT m.team_id FROM team_membership m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
        WHERE m.organization_id = ${actor.organizationId}::uuid AND m.person_id = ${filter.person ?? null}::uuid
          AND daterange(m.valid_from, m.valid_to) @> ${dayNow(sql`${actor.today}::date`)}) AS "teamId"`)
  const slice = {
    ...(filter.team ? { teamId: filter.team } : {}),
    ...(filter.person ? { person: { id: filter.person, teamId: unknown?.teamId ?? null } } : {}),
  }
  if (!unknown || unknown.team || unknown.person || !maySlice(actor, slice)) throw new DomainError('not-found')
}

type Row = Figure & { readonly [key: string]: unknown }

/** Beside each row its row of the period before; a row that had nothing then says zero, without a period before it says null. */
function beside<T extends Figure>(
  rows: readonly T[],
  before: readonly T[] | null,
  key: (row: T) => string,
): (T & { before: Figure | null })[] {
  const old = new Map(before?.map((row) => [key(row), row]))
  return rows.map((row) => {
    const was = old.get(key(row))
    const figure: Figure = { resultsBp: was?.resultsBp ?? '0', outcomes: was?.outcomes ?? 0, valueMinor: was?.valueMinor ?? '0' }
    return { ...row, before: before && figure }
  })
}

async function loadTables(
  tx: SqlTx,
  now: CreditScope,
  before: CreditScope | null,
  names: Names,
  sides: Awaited<ReturnType<typeof listSides>>,
) {
  const both = async <T extends Row | Figure>(list: (tx: SqlTx, s: CreditScope) => Promise<T[]>) =>
    [await list(tx, now), before && (await list(tx, before))] as const
  const [teams, teamsBefore] = await both(listTeams)
  // A reader with a border sees the teams inside it; sums of the teams above would tell of others.
  const inside = (rows: typeof teams) => (now.reach ? rows.filter((r) => r.teamId === null || now.reach?.includes(r.teamId)) : rows)
  const [types, typesBefore] = await both(listTypes)
  const [allChannels, channelsBefore] = await both(listChannels)
  // Beside a chosen channel another's row would be of results that have both, which no list can be asked for.
  const channels = now.channel?.length ? allChannels.filter((r) => now.channel?.includes(r.channelId)) : allChannels
  const sidesBefore = before && allSides(await listSides(tx, before))
  return {
    teams: beside(inside(teams), teamsBefore, (r) => r.teamId ?? ''),
    types: beside(types, typesBefore, (r) => r.typeId).flatMap(({ typeId, ...figure }) => {
      const type = names.types.get(typeId)
      return type ? [{ ...figure, type }] : []
    }),
    sides: beside(allSides(sides), sidesBefore, (r) => r.side),
    channels: beside(channels, channelsBefore, (r) => r.channelId).flatMap(({ channelId, ...figure }) => {
      const channel = names.channels.get(channelId)
      return channel ? [{ ...figure, channel }] : []
    }),
  }
}
