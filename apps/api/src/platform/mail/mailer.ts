import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'

export type Message = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same for the same mail, so that a mailbox that gets it twice shows it once. */
  readonly messageId: string
  readonly headers: Readonly<Record<string, string>>
  readonly attachments?: { readonly filename: string; readonly content: Buffer; readonly contentType: string }[]
}

/**
 * Why a message did not go out. `again`: it was not taken, a later try may succeed. `refused`: this address will never take it. `unknown`:
 * all of it was handed over and no answer came, so it may have arrived.
 */
export class NotSent extends Error {
  readonly outcome: 'again' | 'refused' | 'unknown'
  readonly code: string
  constructor(outcome: NotSent['outcome'], code: string, cause: unknown) {
    super(code, { cause })
    this.name = 'NotSent'
    this.outcome = outcome
    this.code = code
  }
}

export type Mailer = {
  /** @throws NotSent */
  send(message: Message): Promise<void>
  close(): void
}

type SmtpError = { readonly code?: string; readonly responseCode?: number; readonly command?: string }

/** The code of the protocol where there is one: never its words, which name the address. */
function codeOf({ code, responseCode }: SmtpError): string {
  return responseCode ? `smtp-${responseCode}` : (code ?? 'smtp')
}

function failureOf(e: unknown, isHandedOver: boolean): NotSent {
  const error: SmtpError = typeof e === 'object' && e !== null ? e : {}
  const status = error.responseCode ?? 0
  if (error.command === 'RCPT TO' && status >= 500) return new NotSent('refused', codeOf(error), e)
  return new NotSent(status === 0 && isHandedOver ? 'unknown' : 'again', codeOf(error), e)
}

/** Sends over SMTP, a connection for each message. `url`: smtp://user:password@host:port, or smtps://. */
export function createMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ headers, ...message }) {
      const composed = new MailComposer({ ...message, from, headers: { ...headers } }).compile()
      const bytes = await composed.build()
      let isHandedOver = false
      // The end of the message is written only once all of it was read: until then no server can have taken it.
      const raw = Readable.from([bytes]).once('end', () => {
        isHandedOver = true
      })
      try {
        await transport.sendMail({ envelope: composed.getEnvelope(), raw })
      } catch (e) {
        throw failureOf(e, isHandedOver)
      }
    },
    close: () => transport.close(),
  }
}
