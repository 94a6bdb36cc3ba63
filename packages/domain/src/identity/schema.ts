import { z } from 'zod'

/** Characters of a password; nothing is asked of its composition (NIST SP 800-63B). */
export const passwordLength = { min: 10, max: 128 }

/** A one-use link: `<organization id>.<secret>`. */
export const LinkToken = z.object({ token: z.string().max(200) })
export const AcceptLink = LinkToken.extend({ password: z.string().max(1000) })
export type AcceptLink = z.infer<typeof AcceptLink>

export type LinkKind = 'invitation' | 'password-reset'
/** What the page behind a link shows before anything is typed. */
export type LinkView = {
  readonly kind: LinkKind
  readonly organizationName: string
  readonly personName: string
  readonly email: string
  /** The e-mail already signs in elsewhere: the existing password is asked for, none is chosen. */
  readonly hasUser: boolean
}
