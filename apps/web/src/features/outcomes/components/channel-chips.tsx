import { Menu } from '@mantine/core'
import type { ChannelOption } from '@oeuvre/domain/outcomes/types/schema'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useTranslations } from 'use-intl'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import { chipsOf, isTicked, withChannel, withoutAny } from '../model/channel-choice.ts'
import classes from './log.module.css'
import { useLogPage } from './log-page.ts'
import { useAccountName } from './use-account-name.ts'

/** My accounts, other ways, several of them, or none of these. */
export function ChannelChips() {
  const t = useTranslations('outcomesLog.carried')
  const names = useVocabularyNames()
  const accountName = useAccountName()
  const { form, change, accounts, vocabulary } = useLogPage()
  const { chips, more } = chipsOf(form, accounts, vocabulary.channels)
  return (
    <ChipGroup label={t('title')}>
      {chips.map(({ channel, account }) => (
        <Chip
          key={`${channel.id} ${account?.id ?? ''}`}
          pressed={isTicked(form, channel.id, account?.id ?? null)}
          onToggle={(isOn) => change(withChannel(form, { channelId: channel.id, accountId: account?.id ?? null }, isOn))}
        >
          {account ? accountName(account) : names.channel(channel)}
        </Chip>
      ))}
      {more.length > 0 && <MoreNetworks channels={more} />}
      <Chip pressed={form.isWithoutChannel} onToggle={(isOn) => change(isOn ? withoutAny() : { isWithoutChannel: false })}>
        {t('none')}
      </Chip>
    </ChipGroup>
  )
}

function MoreNetworks({ channels }: { readonly channels: readonly ChannelOption[] }) {
  const t = useTranslations('outcomesLog.carried')
  const names = useVocabularyNames()
  const { form, change } = useLogPage()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes.moreChip}>
          {t('more')}
          <Icon name="down" size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={classes.moreList}>
        {channels.map((channel) => (
          <Menu.Item key={channel.id} onClick={() => change(withChannel(form, { channelId: channel.id, accountId: null }, true))}>
            {names.channel(channel)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
