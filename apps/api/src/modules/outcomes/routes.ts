import type { OrganizationRoute } from '../../platform/http-organization.ts'
import { sendFile } from '../files/queries/send-file.ts'
import { idOf } from '../files/routes.ts'
import { findEvidenceFile } from './queries/find-evidence-file.ts'

/** What of outcomes is no procedure: the files among their evidence. */
export const outcomeRoutes: readonly OrganizationRoute[] = [
  {
    method: 'GET',
    path: '/outcomes/:id/evidence/:evidenceId',
    permission: 'outcome.read',
    async handler(ctx, req, reply) {
      const { fileId } = await findEvidenceFile(ctx, { id: idOf(req), evidenceId: idOf(req, 'evidenceId') })
      return sendFile(ctx, fileId, req, reply)
    },
  },
]
