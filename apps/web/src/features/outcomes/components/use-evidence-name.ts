import { recogniseLink } from '@oeuvre/domain/accounts/recognition/rules'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import type { EvidenceOnForm } from '../model/log-form.ts'

/** "LinkedIn post of 3 October", else what its author called it, else the address. */
export function useEvidenceName(): (evidence: Pick<EvidenceOnForm, 'url' | 'label'>) => string {
  const t = useTranslations('outcomesLog.shows')
  const f = useFormat()
  const names = useVocabularyNames()
  return ({ url, label }) => {
    if (label) return label
    if (url === '') return t('withheld')
    const recognition = recogniseLink(url)
    if ('refusal' in recognition) return url
    const { what, platform, posted } = recognition.link
    const name = platform ? names.platform(platform) : ''
    if (what === 'post' && posted) return t('postOf', { platform: name, day: f.instantDay(posted.at, 'long') })
    if (what === 'post') return t('post', { platform: name })
    return what === 'profile' ? t('profile', { platform: name }) : url.replace(/^https?:\/\/(www\.)?/, '')
  }
}
