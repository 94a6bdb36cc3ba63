import { Prisma } from './generated/client.ts'

/** Parametrised SQL: values become $1, $2 …; fragments nest. `raw` is for our own constants only, never for input. */
export const sql = Prisma.sql
export const join = Prisma.join
export const empty = Prisma.empty
export const raw = Prisma.raw
export type Sql = Prisma.Sql
