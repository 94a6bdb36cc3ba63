import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { passwordLength } from '@oeuvre/domain/identity/schema'
import { dictionary } from '@zxcvbn-ts/language-common'

const common = new Set<string>(dictionary['passwords-common'])
const stem = (s: string) => s.toLowerCase().replace(/[^\p{L}]+/gu, '')

/**
 * By length and by a list of common ones; no rules of composition (NIST SP 800-63B).
 * @throws DomainError password-too-short, password-too-common on `field`
 */
export function assertPassword(password: string, field = 'password'): void {
  if ([...password].length < passwordLength.min || password.length > passwordLength.max)
    throw new DomainError({ code: 'password-too-short', field, params: { min: passwordLength.min, max: passwordLength.max } })
  const lower = password.toLowerCase()
  const isRepeated = /^(.{1,4})\1+$/su.test(lower)
  const word = stem(password)
  if (common.has(lower) || isRepeated || (word.length > 3 && word.length >= password.length - 4 && common.has(word)))
    throw new DomainError({ code: 'password-too-common', field })
}
