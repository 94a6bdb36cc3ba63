import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { RecognitionSettings } from '@oeuvre/domain/recognition/settings/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { readRecognition } from '../queries/get-settings.ts'

/** Whether people may see a trend of their own. Once ruled out, nobody switches it on again. @throws DomainError ruled-out */
export function saveRecognition(ctx: CommandContext, { ownTrend }: RecognitionSettings): Promise<RecognitionSettings> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const was = await readRecognition(tx, organizationId)
    if (was.ownTrend === ownTrend) return was
    if (was.ownTrend === 'ruled-out') throw new DomainError({ code: 'ruled-out', field: 'ownTrend' })
    await tx.run(sql`INSERT INTO recognition_setting (organization_id, own_trend) VALUES (${organizationId}::uuid, ${ownTrend})
      ON CONFLICT (organization_id) DO UPDATE SET own_trend = excluded.own_trend`)
    emit({
      type: 'organization.settings-changed',
      subject: { kind: 'organization', id: organizationId },
      payload: { fields: ['ownTrend'], ownTrend },
    })
    return { ownTrend }
  })
}
