import { Select, TextInput } from '@mantine/core'
import { choosablePlatforms } from '@oeuvre/domain/accounts/platforms/schema'
import { type LinksOutput, type LinkView, linkPlaces, otherPlaces } from '@oeuvre/domain/links/schema'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormFrame, Two } from '../../../components/form-frame.tsx'
import type { Outputs } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useLinkWords } from '../model/use-link-words.ts'
import { useMaking } from '../model/use-making.ts'

type Account = Outputs['accounts']['listOwn']['accounts'][number]
type MakeFormProps = {
  readonly page: LinksOutput
  readonly accounts: readonly Account[]
  readonly programId: string | null
  readonly onMade: (link: LinkView) => void
}

/** Two answers make a link; the rest is there for whoever wants it. */
export function MakeForm({ page, accounts, programId, onMade }: MakeFormProps) {
  const t = useTranslations('links.make')
  const { list } = useFormat()
  const places = usePlaces(accounts)
  const known = page.programs.some(({ id }) => id === programId) ? programId : null
  const { form, problem, submit, isPending } = useMaking({ programId: known, canCheck: page.canCheck }, onMade)
  return (
    <FormFrame saveLabel={t('submit')} problem={problem} isPending={isPending} onSubmit={submit}>
      <TextInput
        label={t('destination')}
        description={t('destinationHint', { domains: list(page.domains.slice(0, 6)) })}
        placeholder={t('destinationPlaceholder')}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps('destination')}
      />
      <Select
        label={t('place')}
        description={t('placeHint')}
        placeholder={t('placePlaceholder')}
        data={places}
        searchable
        {...form.getInputProps('place')}
      />
      {page.programs.length > 0 && (
        <Select
          label={t('program')}
          placeholder={t('noProgram')}
          data={page.programs.map(({ id, title }) => ({ value: id, label: title }))}
          clearable
          {...form.getInputProps('programId')}
        />
      )}
      <Two>
        <TextInput label={t('noteLabel')} description={t('noteHint')} autoComplete="off" {...form.getInputProps('note')} />
        <DateField label={t('lastDay')} description={t('lastDayHint')} clearable minDate={page.today} {...form.getInputProps('lastDay')} />
      </Two>
    </FormFrame>
  )
}

/** One's own accounts first, then every other place by its name. */
function usePlaces(accounts: readonly Account[]) {
  const t = useTranslations('links.make')
  const { compare } = useFormat()
  const { placeName } = useLinkWords()
  const mine = accounts.flatMap(({ id, platform, platformName, label, state }) =>
    state === 'registered' && linkPlaces.includes(platform)
      ? [{ value: `${platform}@${id}`, label: [platformName ?? placeName(platform), label].filter(Boolean).join(' · ') }]
      : [],
  )
  const others = [...choosablePlatforms, ...otherPlaces].map((place) => ({ value: String(place), label: placeName(place) }))
  const rest = { group: t('others'), items: others.sort((a, b) => compare(a.label, b.label)) }
  return mine.length > 0 ? [{ group: t('mine'), items: mine }, rest] : [rest]
}
