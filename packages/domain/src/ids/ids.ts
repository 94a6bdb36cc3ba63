import { z } from 'zod'

/** A UUID, lower case. Newer ids are version 7 (time ordered); ids made by a browser may be version 4. */
export const Id = z.uuid().transform((s) => s.toLowerCase())

declare const organization: unique symbol
/**
 * The tenant. A branded string: only the actor gate, an API key or a named system actor mints one, so no command can be
 * called with an id that came straight from a request.
 */
export type OrganizationId = string & { readonly [organization]: true }
