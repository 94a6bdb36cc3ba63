import { sql } from '@oeuvre/db/sql'
import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { maySlice } from '@oeuvre/domain/impact/policy'
import { concentrationOf, drawnSpan, periodsOf, sentenceOf, timeToVerifyOf } from '@oeuvre/domain/impact/rules'
import type { ImpactFilter, ImpactPage, ImpactSlice } from '@oeuvre/domain/impact/schema'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { noPrograms } from '@oeuvre/domain/programs/beside/rules'
import { type Bucket, bucketsOf, grainOf } from '@oeuvre/domain/time/buckets'
import { endOfDay } from '@oeuvre/domain/time/calendar'
import { earlierDay } from '@oeuvre/domain/time/day'
import type { Grain } from '@oeuvre/domain/time/grains'
import { formatPeriodCode } from '@oeuvre/domain/time/period-codes'
import { isUnfinished, type Period } from '@oeuvre/domain/time/periods'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CreditScope, reachOf } from '../../credits/visible-to.ts'
import { dayNow } from '../../people/visible-to.ts'
import { loadBeside } from '../../programs/queries/load-beside.ts'
import { levelOf, namesOf, tablesOf } from './build-tables.ts'
import { type Base, chooseCells, loadBase, nearest } from './choose-cells.ts'
import { listNotConverted } from './list-not-converted.ts'
import { listNotYetVerified } from './list-not-yet-verified.ts'
import { loadComparison } from './load-comparison.ts'
import { type Figures, figureOf, headlineOf, loadFigures, loadFiguresAndTouch, sideRows, valueOfSides } from './load-figures.ts'
import { loadNames, type Names } from './load-names.ts'
import { loadOverTime, loadTrend } from './load-over-time.ts'
import { loadPresence } from './load-presence.ts'
import { loadObjectives, loadTargets } from './load-targets.ts'
import { sidesOf } from './phrase-questions.ts'

/**
 * Every figure of the page, from one snapshot of the ledger. (Its stories are the list's to answer.) As of a day, that day is today:
 * relative periods, what is unfinished, and the tree by which teams are shown are of then.
 * @throws DomainError not-found for a team or person outside the reader's border: as if it did not exist
 */
export function getPage(ctx: Pick<OrgContext, 'db' | 'actor'>, filter: ImpactFilter): Promise<ImpactPage> {
  const { actor } = ctx
  const { settings } = actor
  const asOf = filter.asOf !== undefined && filter.asOf < actor.today ? filter.asOf : null
  const today = asOf ?? actor.today
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    // Sums of hundreds of thousands of entries are sorted in memory; what is guessed to be dear is not compiled first.
    await tx.rows(sql`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`)
    await assertSlice(tx, actor, filter)
    const { code, period, compared } = periodsOf(filter, today, settings)
    const base = await loadBase(tx, actor.organizationId, asOf === null ? null : new Date(endOfDay(asOf, settings.timeZone)))
    const scope = scopeOf(actor, filter, period)
    const objectives = await loadObjectives(tx, actor)
    const names = await loadNames(tx, actor.organizationId, today, objectives.seen)
    const cells = chooseCells(scope, await nearest(tx, scope, base), 'month')
    const before = compared && (await loadBefore(tx, scopeOf(actor, filter, compared), base))
    const { figures, touch } = await loadFiguresAndTouch(tx, cells)
    const digits = currencyDigits(settings.reportingCurrency) ?? 2
    const headline = headlineOf(figures)
    const sides = sideRows(figures)
    const kept = figures.kinds.reduce((sum, row) => ({ outcomes: sum.outcomes + row.kept, of: sum.of + row.promised }), {
      outcomes: 0,
      of: 0,
    })
    const time = await loadTime(tx, actor, filter, { period, today, base, level: levelOf(names, filter.team) })
    return {
      period: { code: formatPeriodCode(code), from: period.from, to: period.to, isUnfinished: isUnfinished(period, today) },
      compared: compared && { from: compared.from, to: compared.to },
      scope: scope.reach ? 'reach' : 'organization',
      ledgerVersion: base.version,
      asOf,
      currency: settings.reportingCurrency,
      digits,
      timeZone: settings.timeZone,
      smallestGroup: settings.smallestGroup,
      promiseDays: settings.promiseDays,
      sentence: sentenceOf(headline, sides),
      headline: { now: headline, before: before && headlineOf(before) },
      trend: time.trend,
      overTime: { ...time.overTime, names: namesOf(names, time.overTime.cells) },
      ...tablesOf({ figures, before, names, scope }),
      targets: await loadTargets(tx, objectives, { scope, slice: filter, period, today, ledgerVersion: base.version }),
      comparison: await loadComparison(tx, cells, { scope, base, isNewest: asOf === null, digits }, touch, (group) =>
        valueOfSides(figures, sidesOf[group]),
      ),
      presence: await loadPresence(tx, { ...scope, today: actor.today, smallestGroup: settings.smallestGroup }),
      cohorts: await loadPrograms(tx, actor, { names, filter, until: earlierDay(period.to, today), ledgerVersion: base.version }),
      concentration: concentrationOf(figures.people, before?.people ?? null, settings.smallestGroup),
      timeToVerify: timeToVerifyOf(figures.verify, kept),
      howSure: howSureOf(figures),
      notConverted: await listNotConverted(tx, { ...scope, ledgerVersion: base.version }),
      notYetVerified: await listNotYetVerified(tx, scope),
    }
  })
}

function howSureOf({ kinds }: Figures): ImpactPage['howSure'] {
  return { verified: figureOf(kinds.filter((row) => row.rung !== 5)), matched: figureOf(kinds.filter((row) => row.rung === 5)) }
}

type ProgramsAsked = { readonly names: Names; readonly filter: ImpactFilter; readonly until: string; readonly ledgerVersion: string }

/** Mostly there are none, and nothing is asked. */
async function loadPrograms(tx: SqlTx, actor: Actor, { names, filter, ...asked }: ProgramsAsked): Promise<ImpactPage['cohorts']> {
  return names.programs.size === 0 ? noPrograms : loadBeside(tx, actor, { ...asked, program: filter.program })
}

async function loadBefore(tx: SqlTx, scope: CreditScope, base: Base): Promise<Figures> {
  return loadFigures(tx, chooseCells(scope, await nearest(tx, scope, base), 'month'))
}

type TimeAsked = {
  readonly period: Period
  readonly today: string
  readonly base: Base
  readonly level: readonly string[]
}

async function loadTime(tx: SqlTx, actor: Actor, filter: ImpactFilter, { period, today, level, ...asked }: TimeAsked) {
  const drawn = drawnSpan(period)
  const scope = scopeOf(actor, filter, drawn)
  const base = await nearest(tx, scope, asked.base)
  const cut = (grain: Grain) =>
    bucketsOf(drawn, grain, { ...actor.settings, today }).map((b) => ({ ...b, isChosen: b.from >= period.from }))
  const usual = grainOf(drawn)
  const [lines, grain, by] = [cut(usual), filter.grain ?? usual, filter.by ?? 'type']
  const buckets: (Bucket & { isChosen: boolean })[] = grain === usual ? lines : cut(grain)
  return {
    trend: { buckets: lines, cells: await loadTrend(tx, { scope, base }, usual, lines) },
    overTime: { grain, by, buckets, ...(await loadOverTime(tx, { scope, base }, { grain, by, buckets, level })) },
  }
}

export function scopeOf(actor: Actor, slice: ImpactSlice, days: { from: string; to: string }): CreditScope {
  const { type, team, channel, side, skill, program, objective, rung, person } = slice
  return {
    organizationId: actor.organizationId,
    from: days.from,
    to: days.to,
    reach: reachOf(actor),
    today: actor.today,
    ...{ type, team, channel, side, skill, program, objective, rung, person },
  }
}

async function assertSlice(tx: SqlTx, actor: Actor, filter: ImpactFilter): Promise<void> {
  if (filter.team === undefined && filter.person === undefined) return
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
