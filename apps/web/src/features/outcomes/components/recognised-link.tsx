import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import { channelOf, type Recognition, recognise } from '../model/pasted-links.ts'
import { useLogPage } from './log-page.ts'
import { useAccountName } from './use-account-name.ts'

/** "Recognised: your LinkedIn post of 3 Oct. Added to evidence, and your account is ticked below." */
export function RecognisedLink({ url }: { readonly url: string }) {
  const t = useTranslations('outcomesLog.opening')
  const { form, accounts, vocabulary } = useLogPage()
  const what = useWhat()
  const names = useVocabularyNames()
  const accountName = useAccountName()
  const recognition = recognise(url, accounts)
  if ('refusal' in recognition) return null
  const platform = recognition.account?.platform ?? recognition.link.platform
  const channel = platform ? channelOf(platform, vocabulary.channels) : null
  const ticked = form.channels.find(({ channelId }) => channelId === channel?.id)
  const account = accounts.find(({ id }) => id === ticked?.accountId)
  const name = account ? accountName(account) : channel && ticked ? names.channel(channel) : null
  return (
    <span>
      <b>{t('recognised')}</b> {what(recognition)} {name ? t('addedAndTicked', { channel: name }) : t('added')}
    </span>
  )
}

function useWhat() {
  const t = useTranslations('outcomesLog.opening')
  const f = useFormat()
  const names = useVocabularyNames()
  return ({ link, whose, account }: Recognition): string => {
    const platform = names.platform(account?.platform ?? link.platform ?? '')
    const day = link.posted ? f.instantDay(link.posted.at, 'long') : null
    if (link.what === 'post' && whose === 'mine') return day ? t('myPostOn', { platform, day }) : t('myPost', { platform })
    if (link.what === 'post') return day ? t('postOn', { platform, day }) : t('post', { platform })
    if (whose === 'mine') return t('myPage', { platform })
    return link.what === 'profile' ? t('profile', { platform }) : t('page', { host: new URL(link.address).hostname })
  }
}
