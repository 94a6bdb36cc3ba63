import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import type { Outputs } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { useOutcomeTitle } from '../../outcomes/embed/outcome-title.ts'

export type NoticeItem = Outputs['notifications']['list']['items'][number]

/** What a notice says, in the words and names of now; its link leads to what it is about. */
export function NoticeLine({ notice, onOpen }: { readonly notice: NoticeItem; readonly onOpen: () => void }) {
  const t = useTranslations('notifications')
  const titleOf = useOutcomeTitle()
  const { organization, person } = useShell()
  const id = notice.outcome?.id
  const { program, story } = notice
  return t.rich(`topics.${notice.topic}`, {
    by: notice.by?.name ?? t('somebody'),
    title: notice.outcome ? titleOf(notice.outcome) : (notice.program?.title ?? story?.title ?? t('untitled')),
    count: notice.count ?? 0,
    outcome: (words: ReactNode) =>
      id ? (
        <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id }} onClick={onOpen}>
          {words}
        </ScreenLink>
      ) : (
        words
      ),
    program: (words: ReactNode) =>
      program ? (
        <ScreenLink to="/$organization/programs/$id" params={{ organization, id: program.id }} onClick={onOpen}>
          {words}
        </ScreenLink>
      ) : (
        words
      ),
    story: (words: ReactNode) =>
      story ? (
        <ScreenLink to="/$organization/stage/$id" params={{ organization, id: story.id }} onClick={onOpen}>
          {words}
        </ScreenLink>
      ) : (
        words
      ),
    accounts: (words: ReactNode) => (
      <ScreenLink to="/$organization/accounts" params={{ organization }} onClick={onOpen}>
        {words}
      </ScreenLink>
    ),
    access: (words: ReactNode) => (
      <ScreenLink to="/$organization/admin/access" params={{ organization }} onClick={onOpen}>
        {words}
      </ScreenLink>
    ),
    mine: (words: ReactNode) => (
      <ScreenLink to="/$organization/people/$id" params={{ organization, id: person.id }} onClick={onOpen}>
        {words}
      </ScreenLink>
    ),
  })
}
