import type { DeviceKind, VisitorKind } from '@oeuvre/domain/links/schema'

export type Visit = {
  readonly organizationId: string
  readonly linkId: string
  readonly host: string
  readonly device: DeviceKind
  readonly kind: VisitorKind
}
/** As `record_visits` takes it: organization, link, hour, referring host, device, kind, number. */
type VisitRow = {
  readonly o: string
  readonly l: string
  readonly h: string
  readonly r: string
  readonly d: DeviceKind
  readonly k: VisitorKind
  n: number
}
type Log = { warn(fields: object, words: string): void }

export const visitLimits = {
  /** Milliseconds that a visit waits, and how many may wait, before they are written. */
  wait: 1_000,
  visits: 5_000,
  /** Different ones that are kept while the database is away. */
  rows: 5_000,
  /** Referring hosts that are told apart, of one link in one hour: whoever makes them up gains nothing. */
  hosts: 40,
} as const

/**
 * Visits on their way: equal ones are one row with a number, all of a second are written in one statement. What could not be written is
 * kept and tried again; what does not fit meanwhile is lost, and the log says how many. They are no acknowledged writes.
 */
export function createVisitCounter(record: (rows: readonly VisitRow[]) => Promise<void>, log: Log) {
  const { hostOf } = createHostBound()
  let rows = new Map<string, VisitRow>()
  let waiting = 0
  let lost = 0
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> | null = null

  function add(row: VisitRow): void {
    const key = `${row.l} ${row.h} ${row.d} ${row.k} ${row.r}`
    const before = rows.get(key)
    if (before) before.n += row.n
    else if (rows.size < visitLimits.rows) rows.set(key, row)
    else lost += row.n
  }
  async function write(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    waiting = 0
    if (rows.size === 0) return
    const batch = [...rows.values()]
    rows = new Map()
    try {
      await record(batch)
      if (lost > 0) log.warn({ lost }, 'visits of links were lost while the database was away')
      lost = 0
    } catch (e) {
      for (const row of batch) add(row)
      log.warn({ err: e, waiting: rows.size, lost }, 'visits of links wait')
    }
  }
  function flush(): Promise<void> {
    writing ??= write().finally(() => {
      writing = null
      if (rows.size > 0) later()
    })
    return writing
  }
  function later(): void {
    timer ??= setTimeout(() => void flush(), visitLimits.wait).unref()
  }
  return {
    count({ organizationId, linkId, host, device, kind }: Visit, now: Date): void {
      const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000).toISOString()
      add({ o: organizationId, l: linkId, h: hour, r: hostOf(linkId, hour, host), d: device, k: kind, n: 1 })
      waiting += 1
      if (waiting >= visitLimits.visits) void flush()
      else later()
    },
    /** Whatever waits is written, once more. */
    async stop(): Promise<void> {
      await writing
      await flush()
      if (timer) clearTimeout(timer)
      const left = [...rows.values()].reduce((total, { n }) => total + n, lost)
      if (left > 0) log.warn({ lost: left }, 'visits of links were lost: the server ended while the database was away')
    },
  }
}

/** Of one hour alone. */
function createHostBound() {
  let hour = ''
  let seen = new Map<string, Set<string>>()
  return {
    hostOf(linkId: string, now: string, host: string): string {
      if (now !== hour) {
        hour = now
        seen = new Map()
      }
      const hosts = seen.get(linkId) ?? new Set()
      seen.set(linkId, hosts)
      if (!hosts.has(host) && hosts.size >= visitLimits.hosts) return ''
      hosts.add(host)
      return host
    },
  }
}
