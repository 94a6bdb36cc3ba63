import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { Steps } from '@oeuvre/ui/layout/steps.tsx'
import { useTranslations } from 'use-intl'
import type { Outputs } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { CheckStep } from '../components/check-step.tsx'
import { ColumnsStep } from '../components/columns-step.tsx'
import { DoneStep } from '../components/done-step.tsx'
import { FileStep } from '../components/file-step.tsx'
import { Going } from '../components/going.tsx'
import { type ImportStep, importSteps, stepOf, stepsOpen } from '../model/steps.ts'
import { useImport } from '../model/use-import.ts'
import classes from './import-page.module.css'

type Import = Outputs['transfers']['get']
type ImportPageProps = { readonly id: string; readonly step: ImportStep | undefined; readonly onStep: (step: ImportStep) => void }

/** One import, from its file to its report, and back again by its undo. */
export function ImportPage({ id, step, onStep }: ImportPageProps) {
  const t = useTranslations('transfers')
  const found = useImport(id)
  const title = t(`kindTitles.${found.kind}`)
  usePageTitle(title)
  const current = stepOf(found.state, step)
  const open = stepsOpen(found.state)
  const steps = importSteps.map((key) => ({ key, label: t(`steps.${key}`), ...(open.includes(key) && { onGo: () => onStep(key) }) }))
  return (
    <>
      <PageHead title={title} />
      <div className={classes.steps}>
        <Steps label={t('steps.label')} steps={steps} current={current} />
      </div>
      <Summary found={found} />
      <Body found={found} step={current} onStep={onStep} />
    </>
  )
}

function Summary({ found: { fileName, reading, state } }: { readonly found: Import }) {
  const t = useTranslations('transfers.file')
  if (!reading || reading.rows === null) return null
  const isPrepared = !stepsOpen(state).includes('done')
  return (
    <p className={classes.summary}>
      <b>{fileName}</b>, {t('summary', { rows: reading.rows, columns: reading.columns.length })} {isPrepared && t('nothingYet')}
    </p>
  )
}

function Body({ found, step, onStep }: { readonly found: Import; readonly step: ImportStep; readonly onStep: (step: ImportStep) => void }) {
  const t = useTranslations('transfers.file')
  const { bytes } = useFormat()
  const { reading, mapping } = found
  if (found.state === 'uploaded' || !reading) return <Going title={t('reading', { name: found.fileName, size: bytes(found.fileSize) })} />
  // Read another way it is another table: what was being answered belongs to the one before.
  const table = JSON.stringify(reading.dialect)
  if (step === 'file') return <FileStep key={table} found={found} reading={reading} onNext={() => onStep('columns')} />
  if (step === 'columns' && mapping)
    return <ColumnsStep key={table} found={found} draft={{ mapping, reading }} onStarted={() => onStep('check')} />
  if (step === 'check') return <CheckStep found={found} onBack={() => onStep('columns')} onRun={() => onStep('done')} />
  return <DoneStep found={found} />
}
