import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ForbiddenPage } from '../components/forbidden-page.tsx'
import { ObjectiveForm } from '../features/objectives/embed/objective-form.tsx'
import { useVocabularyNames } from '../features/outcomes/embed/vocabulary-names.ts'
import { trpc } from '../lib/api.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'

const everything = { ended: true, archived: true }

/** A new objective, perhaps below another. */
export function NewObjective({ parentId }: { readonly parentId: string | null }) {
  return <Form edited={null} parentId={parentId} />
}

export function EditObjective({ id }: { readonly id: string }) {
  const { data: page } = useSuspenseQuery(trpc.objectives.get.queryOptions({ id }))
  const { currency, digits } = page
  if (!page.objective.can.edit) return <ForbiddenPage />
  return <Form edited={{ ...page.objective, currency, digits }} parentId={null} />
}

function Form({ edited, parentId }: Pick<Parameters<typeof ObjectiveForm>[0], 'edited' | 'parentId'>) {
  const t = useTranslations('objectives')
  const { organization } = useShell()
  const navigate = useNavigate()
  const names = useVocabularyNames()
  const { data: list } = useSuspenseQuery(trpc.objectives.list.queryOptions(everything))
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  const { data: teams } = useSuspenseQuery(trpc.people.teams.queryOptions({}, { staleTime: 60_000 }))
  const title = t(edited ? 'form.editTitle' : 'form.newTitle')
  usePageTitle(title)
  if (!list.can.create) return <ForbiddenPage />
  const { ofTeams } = list.can
  const open = (id: string) => void navigate({ to: '/$organization/objectives/$id', params: { organization, id } })
  const back = () => (edited ? open(edited.id) : void navigate({ to: '/$organization/objectives', params: { organization } }))
  return (
    <>
      <PageHead size="title" title={title} intro={t('form.intro')} />
      <ObjectiveForm
        edited={edited}
        list={list}
        parentId={parentId}
        types={vocabulary.types
          .filter((type) => !type.isArchived || edited?.typeIds.includes(type.id))
          .map((type) => ({ value: type.id, label: names.type(type) }))}
        without={new Set(ofTeams === null ? [] : teams.flatMap(({ id }) => (ofTeams.includes(id) ? [] : [id])))}
        onSaved={open}
        onCancel={back}
      />
    </>
  )
}
