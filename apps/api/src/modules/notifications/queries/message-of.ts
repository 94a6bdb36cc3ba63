import type { Language } from '@oeuvre/domain/organizations/schema'
import { asHtml, asText, type Letter } from '../../../platform/mail/layout.ts'
import type { Message } from '../../../platform/mail/mailer.ts'
import type { Addresses, MailRow, Reader } from './write-letter.ts'

type Written = {
  readonly reader: Reader
  readonly mail: MailRow
  readonly addresses: Addresses
  readonly language: Language
  readonly letter: Letter
  readonly subject: string
}

/** A letter as it goes out, with the way to end such letters by one click. */
export function messageOf({ reader, mail, addresses, language, letter, subject }: Written): Message {
  return {
    to: reader.user.email,
    subject: subject.replace(/\s+/g, ' '),
    text: asText(letter),
    html: asHtml(letter),
    messageId: `<${mail.id}@${addresses.host}>`,
    headers: {
      'List-Unsubscribe': `<${addresses.oneClick}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
    },
  }
}
