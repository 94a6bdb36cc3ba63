import { decimal, type FileCell, money, type Row, results, share } from '../cells/rules.ts'
import { cohortColumns, cohorts } from '../cohorts/rules.ts'
import type { Beside, Figure } from '../parts/schema.ts'
import type { HeadlineFigures, ImpactPage } from '../schema.ts'
import { targetColumns, targets } from '../targets/rules.ts'
import type { FigurePart } from './schema.ts'

export type FiguresTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly FileCell[])[] }

function figure(page: ImpactPage, now: Figure): Row {
  return { results: results(now.resultsBp), outcomes: now.outcomes, value: money(page, now.valueMinor), currency: page.currency }
}

function withBefore(page: ImpactPage, row: Figure & { readonly before: Figure | null }): Row {
  const { before } = row
  return {
    ...figure(page, row),
    results_before: before && results(before.resultsBp),
    outcomes_before: before?.outcomes ?? null,
    value_before: before && money(page, before.valueMinor),
  }
}

type HeadlineUnit = { readonly figure: string; readonly unit: string; readonly of: (h: HeadlineFigures) => FileCell }

function headline(page: ImpactPage): Row[] {
  const { now, before } = page.headline
  const { currency } = page
  const rows: readonly HeadlineUnit[] = [
    { figure: 'results', unit: 'results', of: (h) => results(h.resultsBp) },
    { figure: 'outcomes', unit: 'outcomes', of: (h) => h.outcomes },
    { figure: 'value', unit: currency, of: (h) => money(page, h.valueMinor) },
    { figure: 'potential_value', unit: currency, of: (h) => money(page, h.potentialMinor) },
    { figure: 'people_credited', unit: 'people', of: (h) => h.people },
    { figure: 'teams_credited', unit: 'teams', of: (h) => h.teams },
    { figure: 'median_days_to_verify', unit: 'days', of: (h) => decimal(h.medianDays) },
  ]
  return rows.map(({ figure: name, unit, of }) => ({ figure: name, unit, now: of(now), before: before && of(before) }))
}

/** What a series is called; the empty key is everything, or what named nothing. */
function seriesName(page: ImpactPage, key: string): string {
  const named = page.overTime.names[key]
  if (named) return named.name ?? named.code ?? key
  const type = page.types.find((row) => row.type.id === key)?.type
  if (type) return type.name ?? type.code ?? ''
  const channel = page.channels.find((row) => row.channel.id === key)?.channel
  return channel ? channelName(channel) : key
}

function channelName({ name, code, platform }: ImpactPage['channels'][number]['channel']): string {
  return name ?? code ?? platform ?? ''
}

/** A bucket to come has no figure; in any other a series without a cell is a zero. */
function overTime(page: ImpactPage): Row[] {
  const { buckets, cells, by, grain } = page.overTime
  const keys = [...new Set(cells.map(({ key }) => key))]
  const found = new Map(cells.map((cell) => [`${cell.bucket} ${cell.key}`, cell]))
  return buckets.flatMap((bucket, at) =>
    (keys.length > 0 ? keys : ['']).map((key): Row => {
      const cell = found.get(`${at} ${key}`)
      return {
        grain,
        bucket: bucket.key,
        bucket_from: bucket.from,
        bucket_to: bucket.to,
        is_in_period: String(bucket.isChosen),
        is_unfinished: String(bucket.isUnfinished),
        is_future: String(bucket.isFuture),
        by,
        series_key: key,
        series: seriesName(page, key),
        results: bucket.isFuture ? null : results(cell?.resultsBp ?? '0'),
        value: bucket.isFuture ? null : money(page, cell?.valueMinor ?? '0'),
        currency: page.currency,
      }
    }),
  )
}

/** Sizes in major units, days in days, conversion between 0 and 1; both ends of an interval belong to it. */
function comparison(page: ImpactPage): Row[] {
  const { size, days, conversion, confidenceBp } = page.comparison
  const of = (measure: string, unit: string, beside: Beside | null): Row[] =>
    (['all', 'social', 'conventional'] as const).flatMap((side) => {
      const estimate = beside?.[side]
      if (!beside || !estimate) return []
      const { cases, mean, middle, low, high } = estimate
      const ends = { mean: decimal(mean), estimate: decimal(middle), low: decimal(low), high: decimal(high) }
      return [{ measure, unit, side, cases, ...ends, confidence: share(confidenceBp), verdict: beside.verdict }]
    })
  return [
    ...of('median_value', page.currency, size),
    ...of('median_days_from_first_contact', 'days', days),
    ...of('became_client', 'share', conversion),
  ]
}

function presence(page: ImpactPage): Row[] {
  const { total, platforms } = page.presence
  return [{ ...total, platform: 'all' }, ...platforms].map(({ platform, registered, active, led, isSuppressed }) => ({
    platform,
    registered,
    active,
    led_to_result: led,
    is_suppressed: String(isSuppressed),
  }))
}

/** How many people made half, and the Lorenz line: nobody is named or told apart. */
function concentration(page: ImpactPage): Row[] {
  const { isSuppressed, before, lorenz } = page.concentration
  const suppressed = String(isSuppressed)
  const measures = ['results', 'value'] as const
  const half = (measure: string, when: string, of: { readonly people: number; readonly half: number } | null | undefined): Row[] =>
    of ? [{ kind: 'half', measure, when, people: of.people, people_for_half: of.half, is_suppressed: suppressed }] : []
  const rows = measures.flatMap((measure) => [
    ...half(measure, 'now', page.concentration[measure]),
    ...half(measure, 'before', before?.[measure]),
    ...lorenz[measure].map(
      (point): Row => ({
        kind: 'lorenz',
        measure,
        when: 'now',
        people_share: share(point.peopleBp),
        whole_share: share(point.wholeBp),
        is_suppressed: suppressed,
      }),
    ),
  ])
  return rows.length > 0 ? rows : [{ is_suppressed: suppressed }]
}

function timeToVerify(page: ImpactPage): Row[] {
  const { bins, kept } = page.timeToVerify
  return [
    ...bins.map((bin): Row => ({ kind: 'days', days_from: bin.from, days_to: bin.to, outcomes: bin.outcomes })),
    { kind: 'within_promise', outcomes: kept.outcomes, of: kept.of },
  ]
}

function named(page: ImpactPage, rows: ImpactPage['skills'], what: string): Row[] {
  return rows.map((row) => ({ [`${what}_id`]: row.id, [what]: row.name ?? row.code, ...withBefore(page, row) }))
}

const figureColumns = ['results', 'outcomes', 'value', 'currency'] as const
const besideColumns = [...figureColumns, 'results_before', 'outcomes_before', 'value_before'] as const
const namedColumns = (what: string) => [`${what}_id`, what, ...besideColumns]

type Part = { readonly columns: readonly string[]; rows(page: ImpactPage): readonly Row[] }

const parts: Readonly<Record<FigurePart, Part>> = {
  headline: { columns: ['figure', 'unit', 'now', 'before'], rows: headline },
  'over-time': {
    columns: [
      'grain',
      'bucket',
      'bucket_from',
      'bucket_to',
      'is_in_period',
      'is_unfinished',
      'is_future',
      'by',
      'series_key',
      'series',
      'results',
      'value',
      'currency',
    ],
    rows: overTime,
  },
  sides: {
    columns: ['side', ...besideColumns],
    rows: (page) => page.sides.map((row) => ({ side: row.side, ...withBefore(page, row) })),
  },
  comparison: {
    columns: ['measure', 'unit', 'side', 'cases', 'mean', 'estimate', 'low', 'high', 'confidence', 'verdict'],
    rows: comparison,
  },
  presence: { columns: ['platform', 'registered', 'active', 'led_to_result', 'is_suppressed'], rows: presence },
  teams: {
    columns: ['team_id', 'team', 'parent_id', ...besideColumns],
    rows: (page) => page.teams.map((row) => ({ team_id: row.teamId, team: row.name, parent_id: row.parentId, ...withBefore(page, row) })),
  },
  skills: { columns: namedColumns('skill'), rows: (page) => named(page, page.skills, 'skill') },
  programs: { columns: namedColumns('program'), rows: (page) => named(page, page.programs, 'program') },
  objectives: { columns: namedColumns('objective'), rows: (page) => named(page, page.objectives, 'objective') },
  cohorts: { columns: cohortColumns, rows: cohorts },
  targets: { columns: targetColumns, rows: targets },
  types: {
    columns: ['type_id', 'type', 'value_kind', ...besideColumns, 'potential_value'],
    rows: (page) =>
      page.types.map((row) => ({
        type_id: row.type.id,
        type: row.type.name ?? row.type.code,
        value_kind: row.type.valueKind,
        ...withBefore(page, row),
        potential_value: money(page, row.potentialMinor),
      })),
  },
  channels: {
    columns: ['channel_id', 'channel', 'kind', ...besideColumns],
    rows: (page) =>
      page.channels.map((row) => ({
        channel_id: row.channel.id,
        channel: channelName(row.channel),
        kind: row.channel.kind,
        ...withBefore(page, row),
      })),
  },
  concentration: {
    columns: ['kind', 'measure', 'when', 'people', 'people_for_half', 'people_share', 'whole_share', 'is_suppressed'],
    rows: concentration,
  },
  'time-to-verify': { columns: ['kind', 'days_from', 'days_to', 'outcomes', 'of'], rows: timeToVerify },
  'how-sure': {
    columns: ['evidence_level', 'level', ...figureColumns],
    rows: (page) => [
      { evidence_level: 4, level: 'verified', ...figure(page, page.howSure.verified) },
      { evidence_level: 5, level: 'matched', ...figure(page, page.howSure.matched) },
    ],
  },
  'not-converted': {
    columns: ['currency', 'outcomes', 'value', 'first_day', 'last_day'],
    rows: (page) =>
      page.notConverted.map((row) => ({
        currency: row.currency,
        outcomes: row.outcomes,
        value: money(row, row.valueMinor),
        first_day: row.firstDay,
        last_day: row.lastDay,
      })),
  },
  'not-yet-verified': {
    columns: ['evidence_level', 'outcomes'],
    rows: (page) => page.notYetVerified.map((row) => ({ evidence_level: row.rung, outcomes: row.outcomes })),
  },
}

/** What every row says of its page, so that files of several periods can be laid one under the other. */
const common = ['period', 'period_from', 'period_to', 'compared_from', 'compared_to', 'as_of', 'ledger_version', 'scope'] as const

/** A part of the page as a table: stable codes as its columns, exact decimals, values in major units. Texts are not yet made safe. */
export function figuresOf(page: ImpactPage, part: FigurePart): FiguresTable {
  const { columns, rows } = parts[part]
  const { period, compared, asOf, ledgerVersion, scope } = page
  const head: Record<(typeof common)[number], FileCell> = {
    period: period.code,
    period_from: period.from,
    period_to: period.to,
    compared_from: compared?.from ?? null,
    compared_to: compared?.to ?? null,
    as_of: asOf,
    ledger_version: decimal(ledgerVersion),
    scope,
  }
  return {
    columns: [...common, ...columns],
    rows: rows(page).map((row) => [...common.map((key) => head[key]), ...columns.map((key) => row[key] ?? null)]),
  }
}

/** What the file is called: its part, its days, the day asked about and the version of the ledger. */
export function figuresFileName(
  { period, asOf, ledgerVersion }: Pick<ImpactPage, 'period' | 'asOf' | 'ledgerVersion'>,
  part: FigurePart,
): string {
  return `impact-${part}-${period.from}-${period.to}${asOf ? `-as-of-${asOf}` : ''}-v${ledgerVersion}.csv`
}
