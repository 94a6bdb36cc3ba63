import { read } from '@oeuvre/db/tenant'
import type { LinkDomains } from '@oeuvre/domain/links/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listDomains } from '../repo.ts'

/** To which domains may links of this organization lead? */
export async function getDomains({ db, actor }: Pick<OrgContext, 'db' | 'actor'>): Promise<LinkDomains> {
  return { domains: await read(db, actor.organizationId, (tx) => listDomains(tx, actor.organizationId)) }
}
