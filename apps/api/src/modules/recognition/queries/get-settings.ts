import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { RecognitionSettings } from '@oeuvre/domain/recognition/settings/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** Not unless the organization says so. */
export async function readRecognition(tx: SqlTx, organizationId: string): Promise<RecognitionSettings> {
  const row = await tx.one<RecognitionSettings>(
    sql`SELECT own_trend AS "ownTrend" FROM recognition_setting WHERE organization_id = ${organizationId}::uuid`,
  )
  return row ?? { ownTrend: 'off' }
}

export function getRecognition({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<RecognitionSettings> {
  return read(db, actor.organizationId, (tx) => readRecognition(tx, actor.organizationId))
}
