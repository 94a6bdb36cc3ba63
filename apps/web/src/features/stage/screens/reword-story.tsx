import type { StoryPage } from '@oeuvre/domain/stage/schema'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ForbiddenPage } from '../../../components/forbidden-page.tsx'
import { FormFrame } from '../../../components/form-frame.tsx'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { WordFields } from '../components/word-fields.tsx'
import { useRewording } from '../model/use-rewording.ts'

/** Other words beside a story; who had agreed to the former ones is asked again. */
export function RewordStory({ id }: { readonly id: string }) {
  const t = useTranslations('stage')
  const { data: page } = useSuspenseQuery(trpc.stage.get.queryOptions({ id }))
  usePageTitle(t('act.reword'))
  if (!page.can.reword || page.words === null) return <ForbiddenPage />
  return (
    <>
      <PageHead size="title" above={t('act.reword')} title={page.story.title} intro={t('form.rewordIntro')} />
      <Form page={page} words={page.words} />
    </>
  )
}

function Form(props: { readonly page: StoryPage; readonly words: NonNullable<StoryPage['words']> }) {
  const t = useTranslations('stage.form')
  const { organization } = useShell()
  const navigate = useNavigate()
  const { page, words } = props
  const back = () => void navigate({ to: '/$organization/stage/$id', params: { organization, id: page.story.id } })
  const { form, problem, submit, isPending } = useRewording(props, back)
  return (
    <FormFrame saveLabel={t('rewordSave')} problem={problem} isPending={isPending} onSubmit={submit} onCancel={back}>
      <WordFields form={form} hasClient={words.isClientWithheld || page.story.client !== null} />
    </FormFrame>
  )
}
