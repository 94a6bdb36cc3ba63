import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ForbiddenPage } from '../components/forbidden-page.tsx'
import { useVocabularyNames } from '../features/outcomes/embed/vocabulary-names.ts'
import { ProgramForm } from '../features/programs/embed/program-form.tsx'
import { trpc } from '../lib/api.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'

export function NewProgram() {
  return <Form edited={null} />
}

export function EditProgram({ id }: { readonly id: string }) {
  const { data: page } = useSuspenseQuery(trpc.programs.get.queryOptions({ id }))
  const { currency, digits } = page
  if (!page.program.can.edit) return <ForbiddenPage />
  return <Form edited={{ ...page.program, currency, digits }} />
}

function Form({ edited }: Pick<Parameters<typeof ProgramForm>[0], 'edited'>) {
  const t = useTranslations('programs')
  const { organization } = useShell()
  const navigate = useNavigate()
  const names = useVocabularyNames()
  const { data: list } = useSuspenseQuery(trpc.programs.list.queryOptions({}))
  const { data: served } = useSuspenseQuery(trpc.objectives.list.queryOptions({ ended: true }))
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  const title = t(edited ? 'form.editTitle' : 'form.newTitle')
  usePageTitle(title)
  if (!list.can.create) return <ForbiddenPage />
  const open = (id: string) => void navigate({ to: '/$organization/programs/$id', params: { organization, id } })
  const back = () => (edited ? open(edited.id) : void navigate({ to: '/$organization/programs', params: { organization } }))
  const named = edited?.objective
  const isElsewhere = named && !served.objectives.some((one) => one.id === named.id)
  return (
    <>
      <PageHead size="title" title={title} intro={t('form.intro')} />
      <ProgramForm
        edited={edited}
        currency={list.currency}
        today={list.today}
        objectives={[
          ...(isElsewhere ? [{ value: named.id, label: named.title ?? t('objectiveWithheld') }] : []),
          ...served.objectives.map((one) => ({ value: one.id, label: one.title })),
        ]}
        channels={vocabulary.channels
          .filter((channel) => !channel.isArchived || edited?.channelIds.includes(channel.id))
          .map((channel) => ({ value: channel.id, label: names.channel(channel) }))}
        onSaved={open}
        onCancel={back}
      />
    </>
  )
}
