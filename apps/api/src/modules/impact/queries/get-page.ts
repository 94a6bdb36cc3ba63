import { sql } from '@oeuvre/db/sql'
import { type Beside, readSnapshot, type SqlTx, together } from '@oeuvre/db/tenant'
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
import { type CreditScope, chartDay, reachOf } from '../../credits/visible-to.ts'
import { dayNow } from '../../people/visible-to.ts'
import { loadBeside } from '../../programs/queries/load-beside.ts'
import { askTogether } from './ask-cells.ts'
import { levelOf, namesOf, tablesOf } from './build-tables.ts'
import { type Base, chooseCells, loadBase, nearest } from './choose-cells.ts'
import { listNotConverted } from './list-not-converted.ts'
import { listNotYetVerified } from './list-not-yet-verified.ts'
import { askValues, loadComparison } from './load-comparison.ts'
import { loadConversion } from './load-conversion.ts'
import { askFigures, byRung, type Figures, figuresOf, headlineOf, loadFigures, promisesOf, sideRows, valueOfSides } from './load-figures.ts'
import { loadNames, type Names } from './load-names.ts'
import { loadNested } from './load-nested.ts'
import { askSeries, askTrend, seriesCells, seriesOf, trendCells, trendOf } from './load-over-time.ts'
import { loadPresence } from './load-presence.ts'
import { loadObjectives, loadTargets, type Seen } from './load-targets.ts'
import { askMiddle, type Group, sidesOf } from './phrase-questions.ts'

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
  return readSnapshot(ctx.db, actor.organizationId, async (tx, beside) => {
    const { code, period, compared } = periodsOf(filter, today, settings)
    const scope = scopeOf(actor, filter, period)
    // Sent together: none waits for the answer to another.
    const [, , base, { objectives, names }] = await together([
      settle(tx),
      assertSlice(tx, actor, filter),
      loadBase(tx, actor.organizationId, asOf === null ? null : new Date(endOfDay(asOf, settings.timeZone))),
      loadWords(tx, actor, chartDay(scope) ?? today),
    ])
    const asked = { scope, base, isNewest: asOf === null }
    const digits = currencyDigits(settings.reportingCurrency) ?? 2
    const slowly = <T>(work: (own: SqlTx) => Promise<T>) =>
      beside(async (own) => (own === tx ? work(own) : settle(own).then(() => work(own))))
    const [{ figures, time, comparison }, before, apart] = await together([
      loadPeriod(tx, slowly, actor, filter, { ...asked, period, today, digits, level: levelOf(names, filter.team) }),
      slowly((own) => (compared ? loadBefore(own, scopeOf(actor, filter, compared), base) : Promise.resolve(null))),
      slowly((own) => loadApart(own, actor, filter, { ...asked, names, objectives, period, today })),
    ])
    const headline = headlineOf(figures)
    const sides = sideRows(figures)
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
      targets: apart.targets,
      comparison: { ...comparison, conversion: apart.conversion },
      presence: apart.presence,
      cohorts: apart.cohorts,
      concentration: concentrationOf(figures.people, before?.people ?? null, settings.smallestGroup),
      timeToVerify: timeToVerifyOf(figures.verify, promisesOf(figures)),
      howSure: byRung(figures),
      notConverted: apart.notConverted,
      notYetVerified: apart.notYetVerified,
    }
  })
}

async function loadWords(tx: SqlTx, actor: Actor, today: string): Promise<{ readonly objectives: Seen; readonly names: Names }> {
  const objectives = await loadObjectives(tx, actor)
  return { objectives, names: await loadNames(tx, actor.organizationId, today, objectives.seen) }
}

/** Sums of hundreds of thousands of entries are sorted in memory; what is guessed to be dear is not compiled first. */
async function settle(tx: SqlTx): Promise<void> {
  await tx.rows(sql`SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`)
}

async function loadBefore(tx: SqlTx, scope: CreditScope, base: Base): Promise<Figures> {
  return loadFigures(tx, chooseCells(scope, await nearest(tx, scope, base), 'month'))
}

type PeriodAsked = {
  readonly scope: CreditScope
  readonly base: Base
  readonly isNewest: boolean
  readonly period: Period
  readonly today: string
  readonly digits: number
  readonly level: readonly string[]
}

/** The period and what is drawn around it, from the same entries in as few statements as may be. */
async function loadPeriod(tx: SqlTx, beside: Beside, actor: Actor, filter: ImpactFilter, asked: PeriodAsked) {
  const { period, today, level, scope } = asked
  const drawn = drawnSpan(period)
  const wide = scopeOf(actor, filter, drawn)
  const base = await nearest(tx, wide, asked.base)
  const cut = (grain: Grain) =>
    bucketsOf(drawn, grain, { ...actor.settings, today }).map((b) => ({ ...b, isChosen: b.from >= period.from }))
  const usual = grainOf(drawn)
  const [lines, grain, by] = [cut(usual), filter.grain ?? usual, filter.by ?? 'type']
  const buckets: (Bucket & { isChosen: boolean })[] = grain === usual ? lines : cut(grain)
  const series = { grain, by, buckets, level }
  const nested = by === 'team' && level.length > 1 ? await loadNested(tx, wide, level) : []
  const trend = trendCells({ scope: wide, base }, usual, period)
  const inner = drawn.from === period.from ? trend : trend.narrow(period)
  const now = inner ?? chooseCells(scope, await nearest(tx, scope, asked.base), 'month')
  const serial = seriesCells({ scope: wide, base }, series, nested, trend, usual)
  const answers = await askTogether(tx, beside, {
    figures: { cells: now, questions: { ...askFigures(now), touch: askMiddle(now.count.touch) } },
    values: { cells: now, questions: askValues(now) },
    trend: { cells: trend, questions: askTrend(trend, usual, lines) },
    series: { cells: serial, questions: askSeries(serial, series) },
  })
  const figures = figuresOf(answers.figures)
  const valueIn = (group: Group) => valueOfSides(figures, sidesOf[group])
  return {
    figures,
    comparison: await loadComparison(tx, now, answers.values, { ...asked, days: answers.figures.touch, valueIn }),
    time: {
      trend: { buckets: lines, cells: trendOf(answers.trend, lines) },
      overTime: { grain, by, buckets, ...seriesOf(answers.series, nested) },
    },
  }
}

type ApartAsked = Pick<PeriodAsked, 'scope' | 'base' | 'period' | 'today'> & { readonly names: Names; readonly objectives: Seen }

/** What is not of the figures: it reads other tables, or little of the ledger. */
async function loadApart(tx: SqlTx, actor: Actor, filter: ImpactFilter, { scope, base, names, objectives, period, today }: ApartAsked) {
  const atVersion = { ...scope, ledgerVersion: base.version }
  const { smallestGroup, timeZone } = actor.settings
  return {
    presence: await loadPresence(tx, { ...scope, today: actor.today, smallestGroup, timeZone }),
    targets: await loadTargets(tx, objectives, { scope, slice: filter, period, today, ledgerVersion: base.version }),
    // Mostly there are none, and nothing is asked.
    cohorts:
      names.programs.size === 0
        ? noPrograms
        : await loadBeside(tx, actor, { program: filter.program, until: earlierDay(period.to, today), ledgerVersion: base.version }),
    conversion: await loadConversion(tx, atVersion),
    notConverted: await listNotConverted(tx, atVersion),
    notYetVerified: await listNotYetVerified(tx, scope),
  }
}

export function scopeOf(actor: Actor, slice: ImpactSlice, days: { from: string; to: string }): CreditScope {
  const { type, team, chart, channel, side, skill, program, objective, rung, person } = slice
  return {
    organizationId: actor.organizationId,
    from: days.from,
    to: days.to,
    reach: reachOf(actor),
    today: actor.today,
    ...{ type, team, chart, channel, side, skill, program, objective, rung, person },
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
