import { Agent, request } from 'node:http'

export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number; readonly failed: number }
export type Call = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: string
}

function once(agent: Agent, call: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const req = request(call.url, { method: call.method, headers: call.headers, agent }, (res) => {
      res.on('data', () => {})
      res.on('end', () => resolve(res.statusCode ?? 0))
    })
    req.on('error', reject)
    req.end(call.body)
  })
}

/** A closed loop: so many connections, each asking again as soon as it was answered. Milliseconds; bounded by `ms`. */
export async function load(next: () => Call, options: { connections: number; ms: number }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const end = began + options.ms
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      while (performance.now() < end) {
        const t = performance.now()
        if ((await once(agent, next())) >= 300) failed++
        times.push(performance.now() - t)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((x, y) => x - y)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failed }
}

export function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
}
