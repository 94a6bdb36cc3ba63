import type { HistoryValue } from '@oeuvre/domain/outcomes/history/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'

/** A value of the history in the reader's words. */
export function useValueText(): (value: HistoryValue) => string {
  const t = useTranslations('review')
  const f = useFormat()
  const names = useVocabularyNames()
  return (value) => {
    switch (value.kind) {
      case 'nothing':
        return t('outcome.nothing')
      case 'withheld':
        return t('list.withheld')
      case 'text':
        return value.text
      case 'money':
        return f.money(value.money)
      case 'day':
        return f.day(value.day, 'medium')
      case 'type':
        return names.type(value.type)
      case 'names':
        return f.list(value.names)
      case 'channels':
        return f.list(value.channels.map((channel) => names.channel(channel)))
      case 'skill':
        return names.skill(value.skill)
      case 'objective':
        return value.objective.title
      case 'program':
        return value.program.title
      case 'shares':
        return f.list(value.shares.map(({ name, basisPoints }) => `${name} ${f.percent(basisPoints)}`))
    }
  }
}
