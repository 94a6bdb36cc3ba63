import { read } from '@oeuvre/db/tenant'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { startOfMonth } from '@oeuvre/domain/time/calendar'
import type { Letter } from '../../../platform/mail/layout.ts'
import type { Message } from '../../../platform/mail/mailer.ts'
import { mailEn } from '../../../platform/mail/words-en.ts'
import { mailFr } from '../../../platform/mail/words-fr.ts'
import type { Deps } from '../../../trpc/context.ts'
import { listOfDays } from '../../stage/queries/list-stories.ts'
import { messageOf } from './message-of.ts'
import type { Addresses, MailRow, Reader } from './write-letter.ts'

type Asked = { readonly reader: Reader; readonly mail: MailRow; readonly addresses: Addresses; readonly language: Language }
const most = 12

/** The stories that came on stage in a month, as this reader may read them when it goes out; null: none is left to read. */
export async function writeStageLetter(deps: Pick<Deps, 'db'>, { reader, mail, addresses, language }: Asked): Promise<Message | null> {
  const { actor } = reader
  const to = mail.key.slice('monthly:'.length)
  const stories = await read(deps.db, actor.organizationId, (tx) =>
    listOfDays(tx, { actor, now: reader.now }, { from: startOfMonth(to), to, limit: most + 1 }),
  )
  if (stories.length === 0) return null
  const w = language === 'fr' ? mailFr : mailEn
  const month = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${to}T12:00:00Z`),
  )
  const lines = stories.slice(0, most).map(({ id, title, teams }) => ({
    text: teams.length > 0 ? `${title} · ${teams.map(({ name }) => name).join(', ')}` : title,
    url: `${addresses.home}/stage/${id}`,
  }))
  const letter: Letter = {
    language,
    hello: w.hello(reader.personName),
    parts: [{ title: w.onStageIn(month), lines, rest: stories.length > most ? w.others : null }],
    action: { label: w.openStage, url: `${addresses.home}/stage` },
    why: w.why(actor.settings.name),
    links: [
      { label: w.choose, url: `${addresses.home}/notices/preferences` },
      { label: w.stop, url: addresses.stop },
    ],
  }
  return messageOf({ reader, mail, addresses, language, letter, subject: w.monthly(actor.settings.name, month) })
}
