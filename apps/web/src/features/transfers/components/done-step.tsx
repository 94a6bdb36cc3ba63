import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useRefreshImport } from '../model/use-mapping.ts'
import { AlikeClaims } from './alike-claims.tsx'
import { CountFigures } from './count-figures.tsx'
import classes from './done-step.module.css'
import { FaultyRows } from './faulty-rows.tsx'
import { Going } from './going.tsx'
import { UndoLeft } from './undo-left.tsx'

type Import = Outputs['transfers']['get']

/** The run: going on, then its report, its undo, and what the undo left. */
export function DoneStep({ found }: { readonly found: Import }) {
  const t = useTranslations('transfers')
  const { counts, state } = found
  if (state === 'running') return <Going title={t('done.going')} done={found.rowsDone} total={found.rowsTotal} />
  if (state === 'undoing') return <Going title={t('done.undoing')} />
  if (!counts) return null
  return (
    <>
      {state === 'undone' ? <Undone found={found} /> : <Done found={found} />}
      <Part title={t('done.figures')} ruled>
        <CountFigures counts={counts} label={t('done.figures')} isForeseen={false} />
      </Part>
      {state === 'done' && <AlikeClaims id={found.id} count={counts.alike} />}
      <FaultyRows id={found.id} count={counts.faulty} />
    </>
  )
}

function Done({ found }: { readonly found: Import }) {
  const t = useTranslations('transfers.done')
  const { organization } = useShell()
  const refresh = useRefreshImport(found.id)
  const undo = useMutation(trpc.transfers.undo.mutationOptions({ onSettled: refresh }))
  return (
    <>
      <Notice tone="ok" title={t('title')}>
        {found.kind === 'deals' ? (
          <ScreenLink to="/$organization/outcomes" params={{ organization }}>
            {t('results')}
          </ScreenLink>
        ) : (
          <ScreenLink to="/$organization/people" params={{ organization }}>
            {t('people')}
          </ScreenLink>
        )}
      </Notice>
      <div className={classes.undo}>
        <p>{found.canUndo ? t('undoNote') : t('lapsed')}</p>
        {found.canUndo && (
          <PlainAction loading={undo.isPending} onClick={() => undo.mutate({ id: found.id, version: found.version })}>
            {t('undo')}
          </PlainAction>
        )}
        <ScreenLink to="/$organization/admin/imports" params={{ organization }} look="more">
          {t('another')}
        </ScreenLink>
      </div>
    </>
  )
}

function Undone({ found }: { readonly found: Import }) {
  const t = useTranslations('transfers.done')
  const { instantDay } = useFormat()
  return (
    <Notice title={t('undone', { day: found.undoneAt ? instantDay(found.undoneAt) : '' })}>
      {t('left', { count: found.undoLeft })}
      {found.undoLeft > 0 && <UndoLeft id={found.id} />}
    </Notice>
  )
}
