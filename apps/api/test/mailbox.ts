import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Received = { readonly to: string; readonly source: string; header(name: string): string; part(type: string): string }

export function received(to: string, source: string): Received {
  const [head = ''] = source.split('\r\n\r\n', 1)
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ')
  return {
    to,
    source,
    header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '',
    part(type) {
      // A message with something attached has its texts in a part of their own.
      const boundaries = [...source.matchAll(/boundary="([^"]+)"/g)].map(([, boundary]) => `\r\n--${boundary}`)
      const found =
        boundaries
          .reduce((parts, boundary) => parts.flatMap((part) => part.split(boundary)), [source])
          .map((part) => part.trimStart())
          .find((part) => part.toLowerCase().startsWith(`content-type: ${type}`)) ?? ''
      const [heading = '', ...body] = found.split('\r\n\r\n')
      const text = body.join('\r\n\r\n')
      if (/base64/i.test(heading)) return Buffer.from(text, 'base64').toString('utf8')
      const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      return /quoted-printable/i.test(heading) ? Buffer.from(bytes, 'latin1').toString('utf8') : text
    },
  }
}

/** A mail server of its own on this machine. It refuses addresses that begin with "gone", and may be shut and opened again. */
export async function openMailbox(onMail: (mail: Received) => void = () => undefined) {
  const mails: Received[] = []
  let refuseAll = false
  /** Takes a message and says nothing: as a server that dies just then. */
  let isMute = false
  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo({ address }, _, done) {
        if (refuseAll) return done(Object.assign(new Error('later'), { responseCode: 451 }))
        done(address.startsWith('gone') ? Object.assign(new Error(`${address} unknown`), { responseCode: 550 }) : null)
      },
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address).join()
          const mail = received(to, Buffer.concat(parts).toString('utf8'))
          mails.push(mail)
          onMail(mail)
          if (isMute) void close()
          else done()
        })
      },
    })
  let server = make()
  let port = 0
  async function open() {
    server = make()
    server.on('error', () => undefined)
    server.listen(port, '127.0.0.1')
    await once(server.server, 'listening')
    port = (server.server.address() as AddressInfo).port
  }
  async function close() {
    for (const connection of server.connections) connection.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  await open()
  return {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    open,
    close,
    refuse: (isRefusing: boolean) => {
      refuseAll = isRefusing
    },
    mute: (mute: boolean) => {
      isMute = mute
    },
    of: (email: string) => mails.filter(({ to }) => to === email),
  }
}
export type Mailbox = Awaited<ReturnType<typeof openMailbox>>
