import { Select } from '@mantine/core'
import { channelMeant } from '@oeuvre/domain/transfers/channels/rules'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import type { DealMapping } from '@oeuvre/domain/transfers/schema'
import { useTranslations } from 'use-intl'
import type { Outputs } from '../../../lib/api.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { answerChannel, readChannel, writeChannel } from '../model/mapping.ts'
import { ValueTable } from './value-table.tsx'

type Channels = Outputs['outcomes']['vocabulary']['channels']
type ChannelValuesProps = {
  readonly mapping: DealMapping
  readonly reading: Reading
  readonly channels: Channels
  readonly onChange: (mapping: DealMapping) => void
}

/** The options for one word: every channel there is, and one of that name where there is none. */
function useOptions(channels: Channels) {
  const t = useTranslations('transfers.channels')
  const names = useVocabularyNames()
  const social = channels.filter(({ kind, platform, isArchived }) => kind === 'social' && platform && !isArchived)
  const conventional = channels.filter(({ kind, isArchived }) => kind === 'conventional' && !isArchived)
  return (word: string) => {
    const isNew = channelMeant({ kind: 'conventional', name: word }, channels) === null && word.trim() !== ''
    return [
      {
        group: t('social'),
        items: [
          { value: 'social:', label: t('notSaid') },
          ...social.map((channel) => ({ value: `social:${channel.platform}`, label: names.channel(channel) })),
        ],
      },
      {
        group: t('conventional'),
        items: [
          ...(isNew ? [{ value: `name:${word}`, label: t('fresh', { name: word }) }] : []),
          ...conventional.map((channel) => ({ value: `name:${channel.name ?? channel.code}`, label: names.channel(channel) })),
        ],
      },
      { group: '—', items: [{ value: 'notStated', label: t('notStated') }] },
    ]
  }
}

/** What each word for a channel means. */
export function ChannelValues({ mapping, reading, channels, onChange }: ChannelValuesProps) {
  const t = useTranslations('transfers.channels')
  const optionsOf = useOptions(channels)
  /** The option that says the same: `referral` is the built-in channel of that code. */
  const chosen = (meaning: DealMapping['channels'][number]['meaning']) => {
    const known = meaning.kind === 'conventional' ? channelMeant(meaning, channels) : null
    return known ? `name:${known.name ?? known.code}` : writeChannel(meaning)
  }
  return (
    <ValueTable
      title={t('title')}
      hint={t('hint')}
      means={t('means')}
      field="channel"
      mapping={mapping}
      reading={reading}
      values={mapping.channels}
      choose={({ value, meaning }) => (
        <Select
          size="sm"
          aria-label={t('meansOf', { value })}
          data={optionsOf(value)}
          value={chosen(meaning)}
          allowDeselect={false}
          searchable
          onChange={(choice) => choice && onChange(answerChannel(mapping, value, readChannel(choice)))}
        />
      )}
    />
  )
}
