import { type Sql, sql } from '@oeuvre/db/sql'

/** Of `person p`: the day whose team counts as the one of now. For who left it is their last day, so that they keep a manager. */
export function dayNow(today: Sql): Sql {
  return sql`least(${today}, p.left_on - 1)`
}
