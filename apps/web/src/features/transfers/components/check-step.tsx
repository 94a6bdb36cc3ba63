import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useRefreshImport } from '../model/use-mapping.ts'
import { AlikeClaims } from './alike-claims.tsx'
import classes from './columns-step.module.css'
import { CountFigures } from './count-figures.tsx'
import { FaultyRows } from './faulty-rows.tsx'
import { Going } from './going.tsx'

type Import = Outputs['transfers']['get']
type CheckStepProps = { readonly found: Import; readonly onBack: () => void; readonly onRun: () => void }

/** The dry run: going on, then what the import will do and which rows it refuses. */
export function CheckStep({ found, onBack, onRun }: CheckStepProps) {
  const t = useTranslations('transfers.check')
  const refresh = useRefreshImport(found.id)
  const run = useMutation(trpc.transfers.run.mutationOptions({ onSettled: refresh }))
  const { counts } = found
  if (found.state === 'checking' || !counts) return <Going title={t('going')} done={found.rowsDone} total={found.rowsTotal} />
  const count = counts.added + counts.updated + counts.withdrawn
  async function start() {
    await run.mutateAsync({ id: found.id, version: found.version })
    onRun()
  }
  return (
    <>
      <Part title={t('figures')}>
        <CountFigures counts={counts} label={t('figures')} isForeseen />
      </Part>
      <div className={classes.above}>
        {counts.submitted > 0 && <Notice tone="plain">{t('submitted', { count: counts.submitted })}</Notice>}
        {count === 0 && <Notice tone="warn">{t('nothing')}</Notice>}
      </div>
      <div className={classes.send}>
        {count > 0 && (
          <MainAction tall stretch="phone" loading={run.isPending} onClick={() => void start()}>
            {t('run', { count })}
          </MainAction>
        )}
        <QuietAction tall stretch="phone" onClick={onBack}>
          {t('back')}
        </QuietAction>
      </div>
      <AlikeClaims id={found.id} count={counts.alike} />
      <FaultyRows id={found.id} count={counts.faulty} />
    </>
  )
}
