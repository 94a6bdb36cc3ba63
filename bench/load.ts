import { Agent, request } from 'node:http'

export type Load = {
  readonly perSecond: number
  /** How many were answered in all. */
  readonly answered: number
  readonly p50: number
  readonly p99: number
  readonly refused: readonly string[]
}
export type Call = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** The one status that is no refusal; else whatever is below 300. */
  readonly expects?: number
}

/** What a refused call was answered, else null. */
function once(agent: Agent, call: Call): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const req = request(call.url, { method: call.method, headers: call.headers, agent }, (res) => {
      const isRefused = call.expects === undefined ? (res.statusCode ?? 0) >= 300 : res.statusCode !== call.expects
      let said = `${res.statusCode} `
      res.on('data', (chunk) => {
        if (isRefused) said += String(chunk)
      })
      res.on('end', () => resolve(isRefused ? said : null))
    })
    req.on('error', reject)
    req.end(call.body)
  })
}

/** A closed loop: so many connections, each asking again as soon as it was answered. Milliseconds; bounded by `ms`. */
export async function load(next: () => Call, options: { connections: number; ms: number }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const times: number[] = []
  const refused: string[] = []
  const began = performance.now()
  const end = began + options.ms
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      while (performance.now() < end) {
        const t = performance.now()
        const said = await once(agent, next())
        if (said !== null) refused.push(said)
        times.push(performance.now() - t)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((x, y) => x - y)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, answered: times.length, p50: at(0.5), p99: at(0.99), refused }
}

export function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}
