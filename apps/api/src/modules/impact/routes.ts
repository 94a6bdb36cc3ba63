import { figuresFileName, figuresOf } from '@oeuvre/domain/impact/files/rules'
import { FiguresFile } from '@oeuvre/domain/impact/files/schema'
import { sendCsv } from '../../platform/csv/send-csv.ts'
import { csvLines } from '../../platform/csv/write-csv.ts'
import { readFilter } from '../../platform/http-filter.ts'
import type { OrganizationRoute } from '../../platform/http-organization.ts'
import { getPage } from './queries/get-page.ts'

async function* linesOf(...records: Parameters<typeof csvLines>): AsyncGenerator<string, void, undefined> {
  yield csvLines(...records)
}

/** A part of the page as a file: the very answer that the page shows, so that neither says what the other withholds. */
export const impactRoutes: readonly OrganizationRoute[] = [
  {
    method: 'GET',
    path: '/impact/figures.csv',
    permission: 'impact.read',
    async handler(ctx, req, reply) {
      const { part, ...filter } = readFilter(FiguresFile, req.query)
      const page = await getPage(ctx, filter)
      const { columns, rows } = figuresOf(page, part)
      return sendCsv(reply, figuresFileName(page, part), linesOf([columns, ...rows]))
    },
  },
]
