import { randomUUID } from 'node:crypto'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import type { ReasonKind, Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import { makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from './factories.ts'
import type { Api } from './harness.ts'

/**
 * Direction (managed by Dora) above sales (Samuel) above export (Claire); beside them research (Rolf), under direction.
 * Aicha is of export, Jonas of research, the colleague of sales.
 */
export type House = {
  readonly tenant: Tenant
  readonly teams: Readonly<Record<'direction' | 'sales' | 'export' | 'research', string>>
  readonly vocabulary: Vocabulary
  readonly aicha: Someone
  readonly jonas: Someone
  readonly claire: Someone
  readonly samuel: Someone
  readonly dora: Someone
  readonly rolf: Someone
  readonly colleague: Someone
  readonly executive: Someone
  readonly reviewer: Someone
  type(code: string): string
  channel(code: string): string
  reason(kind: ReasonKind, code?: string): string
  /** Complete and fit to be sent by Aicha, unless something is changed. */
  draft(over?: Partial<OutcomeDraftInput>): OutcomeDraftInput
}

export async function makeHouse(api: Api, over: Parameters<typeof makeTenant>[1] = {}): Promise<House> {
  const tenant = await makeTenant(api, over)
  const direction = await makeTeam(api, tenant, 'Direction')
  const sales = await makeTeam(api, tenant, 'Sales', direction)
  const exportTeam = await makeTeam(api, tenant, 'Export', sales)
  const research = await makeTeam(api, tenant, 'Research', direction)
  const someone = (name: string, more: Parameters<typeof makeSomeone>[3]) => makeSomeone(api, tenant, name, more)
  const people = {
    aicha: await someone('Aicha', { teamId: exportTeam }),
    jonas: await someone('Jonas', { teamId: research }),
    claire: await someone('Claire', { teamId: exportTeam, manages: [exportTeam] }),
    samuel: await someone('Samuel', { teamId: sales, manages: [sales] }),
    dora: await someone('Dora', { teamId: direction, manages: [direction] }),
    rolf: await someone('Rolf', { teamId: research, manages: [research] }),
    colleague: await someone('Colleague', { teamId: sales }),
    executive: await someone('Eve', { roles: ['executive'] }),
    reviewer: await someone('Rene', { roles: ['reviewer'] }),
  }
  const vocabulary = await people.aicha.call.outcomes.vocabulary.query()
  const idOf = (list: readonly { id: string; code: string | null }[], code: string) => {
    const found = list.find((x) => x.code === code)
    if (!found) throw new Error(code)
    return found.id
  }
  const type = (code: string) => idOf(vocabulary.types, code)
  const channel = (code: string) => idOf(vocabulary.channels, code)
  return {
    tenant,
    teams: { direction, sales, export: exportTeam, research },
    vocabulary,
    ...people,
    type,
    channel,
    reason: (kind, code = 'other') =>
      idOf(
        vocabulary.reasons.filter((r) => r.kind === kind),
        code,
      ),
    draft: (change = {}) => ({
      id: randomUUID(),
      typeId: type('client-won'),
      title: 'Bronze bushings',
      subject: 'Harland',
      occurredOn: '2026-03-14',
      value: { amount: '64000.50', currency: 'EUR', decimalMark: '.' },
      channels: [{ channelId: channel('linkedin') }, { channelId: channel('phone') }],
      evidence: [{ id: randomUUID(), url: 'https://www.linkedin.com/posts/aicha_1', label: 'The post' }],
      story: { situation: 'A dry dock was down.', action: 'Three photos were posted.', result: 'An order.' },
      ...change,
    }),
  }
}
