import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { Id } from '@oeuvre/domain/ids/ids'
import { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { CreditsFilter, PeopleExport, TeamsExport } from '@oeuvre/domain/transfers/exports/schema'
import { ImportKind } from '@oeuvre/domain/transfers/schema'
import { sendCsv } from '../../platform/csv/send-csv.ts'
import { readFilter } from '../../platform/http-filter.ts'
import type { OrganizationRoute } from '../../platform/http-organization.ts'
import { uploadFile } from './commands/upload-file.ts'
import { streamCredits } from './queries/stream-credits.ts'
import { streamFaults } from './queries/stream-faults.ts'
import { streamOutcomes } from './queries/stream-outcomes.ts'
import { streamPeople } from './queries/stream-people.ts'
import { streamTeams } from './queries/stream-teams.ts'

/** What of transfers is no procedure: a file goes up, files come down. */
export const transferRoutes: readonly OrganizationRoute[] = [
  {
    method: 'POST',
    path: '/imports',
    permission: 'import.run',
    async handler(ctx, req) {
      const kind = ImportKind.safeParse((req.query as { kind?: unknown }).kind)
      if (!kind.success) throw new DomainError({ code: 'required', field: 'kind' })
      if (!req.isMultipart()) throw new DomainError({ code: 'required', field: 'file' })
      const part = await req.file()
      if (!part) throw new DomainError({ code: 'required', field: 'file' })
      const isCut = () => part.file.truncated
      return uploadFile(ctx, { kind: kind.data, fileName: part.filename, content: part.file, isCut })
    },
  },
  {
    method: 'GET',
    path: '/imports/:id/faults.csv',
    permission: 'import.run',
    async handler(ctx, req, reply) {
      const id = Id.safeParse((req.params as { id?: unknown }).id)
      if (!id.success) throw new DomainError('not-found')
      return sendCsv(reply, 'faults.csv', streamFaults(ctx, { id: id.data }))
    },
  },
  {
    method: 'GET',
    path: '/exports/outcomes.csv',
    permission: 'export.read',
    async handler(ctx, req, reply) {
      return sendCsv(reply, 'outcomes.csv', streamOutcomes(ctx, readFilter(ListFilter.omit({ cursor: true }), req.query)))
    },
  },
  {
    method: 'GET',
    path: '/exports/people.csv',
    permission: 'export.read',
    async handler(ctx, req, reply) {
      return sendCsv(reply, 'people.csv', streamPeople(ctx, readFilter(PeopleExport, req.query)))
    },
  },
  {
    method: 'GET',
    path: '/exports/teams.csv',
    permission: 'export.read',
    async handler(ctx, req, reply) {
      return sendCsv(reply, 'teams.csv', streamTeams(ctx, readFilter(TeamsExport, req.query)))
    },
  },
  {
    method: 'GET',
    path: '/exports/credits.csv',
    permission: 'export.read',
    async handler(ctx, req, reply) {
      return sendCsv(reply, 'credits.csv', streamCredits(ctx, readFilter(CreditsFilter, req.query)))
    },
  },
]
