import pg from 'pg'

/** Persons' open windows hear of what concerns them, whichever server made it: PostgreSQL's LISTEN on a connection of its own. */
export type Live = {
  /** Called whenever there may be something new, also when a line that was down is back. Resolves once it is heard. */
  subscribe(organizationId: string, personId: string, hear: Hear): Promise<() => void>
  stop(): Promise<void>
}
export type Hear = (id: string | null) => void

export const liveChannel = 'oeuvre_told'
const pauses = { first: 200, longest: 10_000 }

type Told = { readonly o: string; readonly p: string; readonly n: string | null }

function read(payload: string | undefined): Told | null {
  try {
    return JSON.parse(payload ?? '') as Told
  } catch {
    return null
  }
}

async function connect(
  databaseUrl: string,
  onError: (e: unknown) => void,
  on: { told(told: Told): void; lost(): void },
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'oeuvre-live', keepAlive: true })
  client.on('error', onError)
  client.on('notification', ({ payload }) => {
    const told = read(payload)
    if (told) on.told(told)
  })
  try {
    await client.connect()
    await client.query(`LISTEN ${liveChannel}`)
  } catch (e) {
    await client.end().catch(() => {})
    throw e
  }
  client.once('end', on.lost)
  return client
}

/** One connection that is kept up from when somebody first listens. `back`: a lost one is there again. */
function createLine(databaseUrl: string, onError: (e: unknown) => void, on: { told(told: Told): void; back(): void; isWanted(): boolean }) {
  let line: Promise<pg.Client> | null = null
  let isStopped = false
  let pause = pauses.first
  let again: NodeJS.Timeout | undefined

  function lost(): void {
    line = null
    if (isStopped || !on.isWanted()) return
    const retry = () => {
      open().then(on.back, (e: unknown) => {
        onError(e)
        lost()
      })
    }
    again = setTimeout(retry, pause)
    pause = Math.min(pause * 2, pauses.longest)
  }

  async function open(): Promise<void> {
    line ??= connect(databaseUrl, onError, { told: on.told, lost })
    const mine = line
    try {
      await mine
      pause = pauses.first
    } catch (e) {
      if (line === mine) line = null
      throw e
    }
  }

  return {
    open,
    async stop() {
      isStopped = true
      clearTimeout(again)
      const client = await line?.catch(() => null)
      await client?.end()
    },
  }
}

/** Connects when somebody first listens. */
export function createLive(databaseUrl: string, onError: (e: unknown) => void): Live {
  const listeners = new Map<string, Set<Hear>>()
  const line = createLine(databaseUrl, onError, {
    told: ({ o, p, n }) => {
      for (const hear of listeners.get(`${o} ${p}`) ?? []) hear(n)
    },
    // What was told meanwhile was missed: everybody looks again.
    back: () => {
      for (const set of listeners.values()) for (const hear of set) hear(null)
    },
    isWanted: () => listeners.size > 0,
  })
  return {
    async subscribe(organizationId, personId, hear) {
      const key = `${organizationId} ${personId}`
      const set = listeners.get(key) ?? new Set()
      listeners.set(key, set.add(hear))
      const leave = () => {
        set.delete(hear)
        if (set.size === 0 && listeners.get(key) === set) listeners.delete(key)
      }
      try {
        await line.open()
      } catch (e) {
        leave()
        throw e
      }
      return leave
    },
    stop: line.stop,
  }
}
