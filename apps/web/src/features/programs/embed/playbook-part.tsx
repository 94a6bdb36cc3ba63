import { Textarea } from '@mantine/core'
import {
  longestPage,
  type PageVersion,
  type PlaybookOutput,
  type PlaybookPage,
  playbookPages,
} from '@oeuvre/domain/programs/playbook/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useProgramsChanged } from '../model/use-programs-changed.ts'
import styles from './playbook-part.module.css'

/** Loaded with the first page that is read: most programs have none. */
const PageText = lazy(async () => ({ default: (await import('../components/page-text.tsx')).PageText }))

type PlaybookProps = {
  readonly id: string
  readonly playbook: PlaybookOutput
  /** The line to copy, with the page that says why. */
  readonly disclosure: ReactNode
}

/** The pages that help to begin; for who may, writing them. */
export function PlaybookPart({ id, playbook: { pages, can }, disclosure }: PlaybookProps) {
  const shown = playbookPages.filter(
    (page) => page === 'disclosure' || can.edit || pages.some((one) => one.page === page && one.words !== ''),
  )
  return (
    <div className={styles.part}>
      {shown.map((page) => (
        <Page key={page} id={id} page={page} current={pages.find((one) => one.page === page) ?? null} mayEdit={can.edit}>
          {page === 'disclosure' && disclosure}
        </Page>
      ))}
    </div>
  )
}

type PageProps = { readonly id: string; readonly page: PlaybookPage; readonly current: PageVersion | null; readonly mayEdit: boolean }

function Page({ id, page, current, mayEdit, children }: PageProps & { readonly children: ReactNode }) {
  const t = useTranslations('programs.playbook')
  const f = useFormat()
  const [mode, setMode] = useState<'read' | 'write' | 'versions'>('read')
  const title = t(`pages.${page}`)
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {mode === 'write' ? (
        <Writing id={id} page={page} current={current} onEnd={() => setMode('read')} />
      ) : (
        <>
          {current && current.words !== '' ? <Text words={current.words} /> : <p className={styles.none}>{t(`hints.${page}`)}</p>}
          <div className={styles.ends}>
            {current && (
              <span>{t('said', { day: f.instantDay(current.at), by: current.by?.name ?? '—', version: String(current.version) })}</span>
            )}
            {mayEdit && (
              <TextButton look="quiet" aria-label={t('writeOf', { title })} onClick={() => setMode('write')}>
                {t('write')}
              </TextButton>
            )}
            {current && current.version > 1 && (
              <TextButton
                look="quiet"
                aria-expanded={mode === 'versions'}
                aria-label={t('versionsOf', { title })}
                onClick={() => setMode(mode === 'versions' ? 'read' : 'versions')}
              >
                {t('versions')}
              </TextButton>
            )}
          </div>
          {mode === 'versions' && <Versions id={id} page={page} />}
        </>
      )}
      {children && (
        <div className={styles.with} data-print="hide">
          {children}
        </div>
      )}
    </section>
  )
}

function Text({ words }: { readonly words: string }) {
  return (
    <Suspense fallback={<p className={styles.raw}>{words}</p>}>
      <PageText words={words} />
    </Suspense>
  )
}

function Writing({ id, page, current, onEnd }: Omit<PageProps, 'mayEdit'> & { readonly onEnd: () => void }) {
  const t = useTranslations('programs.playbook')
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const [words, setWords] = useState(current?.words ?? '')
  const save = useMutation(
    trpc.programs.savePage.mutationOptions({
      async onSuccess() {
        await refresh()
        done(t('saved'))
        onEnd()
      },
    }),
  )
  return (
    <form
      className={styles.writing}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ id, page, version: current?.version ?? 0, words })
      }}
    >
      <Textarea
        label={t(`pages.${page}`)}
        description={t('markdown')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={6}
        maxLength={longestPage}
      />
      <div className={styles.ends}>
        <PlainAction type="submit" loading={save.isPending}>
          {t('save')}
        </PlainAction>
        <QuietAction onClick={onEnd}>{t('cancel')}</QuietAction>
      </div>
    </form>
  )
}

/** Every version that was, the newest first. */
function Versions({ id, page }: Pick<PageProps, 'id' | 'page'>) {
  const t = useTranslations('programs.playbook')
  const f = useFormat()
  const { data } = useQuery(trpc.programs.pageVersions.queryOptions({ id, page }))
  return (
    <ol className={styles.versions}>
      {data?.versions.slice(1).map(({ version, words, at, by }) => (
        <li key={version}>
          <p className={styles.ends}>{t('said', { day: f.instantDay(at), by: by?.name ?? '—', version: String(version) })}</p>
          {words === '' ? <p className={styles.none}>{t('emptied')}</p> : <Text words={words} />}
        </li>
      ))}
    </ol>
  )
}
