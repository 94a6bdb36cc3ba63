import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { refusalsOfIssues } from '@oeuvre/domain/errors/refusals'
import type { z } from 'zod'

/**
 * An address is typed by people, but a file is taken for what it claims to be: a filter that cannot be read is refused and not left out.
 * @throws DomainError invalid-input with the parameter
 */
export function readFilter<S extends z.ZodType>(schema: S, query: unknown): z.infer<S> {
  const parsed = schema.safeParse(query)
  if (!parsed.success) throw new DomainError(refusalsOfIssues(parsed.error.issues))
  return parsed.data
}
