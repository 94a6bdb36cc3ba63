import { DomainError } from '@oeuvre/domain/errors/domain-error'

/** Rules name the fields of a draft; a client knows them by their path in what it sent. What names no field stays as it is. */
export async function placeRefusals<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (e) {
    if (!(e instanceof DomainError)) throw e
    throw new DomainError(
      e.refusals.map((r) => (r.field ? { ...r, field: `${place}.${r.field}` } : r)),
      e.cause,
    )
  }
}
