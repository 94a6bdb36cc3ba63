import { Textarea } from '@mantine/core'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import classes from '../components/links.module.css'

/** For administrators: to which sites short links may lead. Needs the words `links`. */
export function LinkDomainsPart() {
  const t = useTranslations('links.domains')
  const words = useWords()
  const { done } = useNotices()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(trpc.links.domains.queryOptions())
  const stored = data.domains.join('\n')
  const [typed, setTyped] = useState<string | null>(null)
  const save = useMutation(
    trpc.links.saveDomains.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => {
        setTyped(null)
        done(t('saved'))
      },
      onSettled: () => client.invalidateQueries(trpc.links.pathFilter()),
    }),
  )
  return (
    <SideHead title={t('title')} note={t('note')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ domains: typed ?? stored })
        }}
      >
        <Textarea
          label={t('label')}
          description={t('hint')}
          autosize
          minRows={3}
          spellCheck={false}
          value={typed ?? stored}
          error={save.error ? describe(save.error, words) : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div className={classes.ends}>
          <PlainAction type="submit" loading={save.isPending} disabled={(typed ?? stored) === stored}>
            {t('save')}
          </PlainAction>
        </div>
      </form>
    </SideHead>
  )
}
