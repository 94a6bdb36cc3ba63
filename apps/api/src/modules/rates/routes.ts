import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationRoute } from '../../platform/http-organization.ts'
import { loadRateFile } from './commands/load-rate-file.ts'

/** What of rates is no procedure: a file goes up. */
export const rateRoutes: readonly OrganizationRoute[] = [
  {
    method: 'POST',
    path: '/rates',
    permission: 'rate.administer',
    async handler(ctx, req) {
      const part = req.isMultipart() ? await req.file() : undefined
      if (!part) throw new DomainError({ code: 'required', field: 'file' })
      return loadRateFile(ctx, { fileName: part.filename, content: part.file })
    },
  },
]
