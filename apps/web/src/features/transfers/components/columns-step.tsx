import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import type { Outputs } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { assignField } from '../model/mapping.ts'
import { type Draft, useMapping } from '../model/use-mapping.ts'
import { ChannelValues } from './channel-values.tsx'
import { ColumnQuestions } from './column-questions.tsx'
import { ColumnTable } from './column-table.tsx'
import classes from './columns-step.module.css'
import { Constants } from './constants.tsx'
import { StageValues } from './stage-values.tsx'

type Import = Outputs['transfers']['get']
type ColumnsStepProps = { readonly found: Import; readonly draft: Draft; readonly onStarted: () => void }

/** What each column becomes, what its words mean, and what nobody but the reader can say. */
export function ColumnsStep({ found, draft, onStarted }: ColumnsStepProps) {
  const t = useTranslations('transfers.columns')
  const { mapping, setMapping, vocabulary, gaps, isPending, start } = useMapping(found, draft)
  const { reading } = draft
  const context = { reading, types: vocabulary.types }
  return (
    <>
      <ColumnTable
        mapping={mapping}
        reading={reading}
        gaps={gaps}
        onField={(index, field) => setMapping((before) => assignField(before, index, field, context))}
      />
      {mapping.kind === 'deals' && (
        <>
          <StageValues mapping={mapping} reading={reading} types={vocabulary.types} onChange={setMapping} />
          <ChannelValues mapping={mapping} reading={reading} channels={vocabulary.channels} onChange={setMapping} />
          <Constants mapping={mapping} types={vocabulary.types} onChange={setMapping} />
        </>
      )}
      <Part title={t('eye')} ruled>
        <div className={classes.eye}>
          <ColumnQuestions mapping={mapping} reading={reading} onChange={setMapping} />
          <Gaps gaps={gaps} />
        </div>
      </Part>
      <div className={classes.send}>
        <MainAction tall stretch="phone" loading={isPending} disabled={gaps.length > 0} onClick={() => void start().then(onStarted)}>
          {t('start')}
        </MainAction>
      </div>
      <p className={classes.note}>{t('undoable')}</p>
    </>
  )
}

/** The words for a place that is still empty. */
function gapWords(field = '') {
  if (field.startsWith('stages.')) return 'gaps.stages'
  if (field === 'constants.stage') return 'gaps.constantStage'
  if (field === 'constants.currency') return 'gaps.constantCurrency'
  const known = (['externalId', 'name', 'lead', 'closedOn', 'stages'] as const).find((one) => one === field)
  return known ? (`gaps.${known}` as const) : null
}

/** What is still missing, each once; what can be read two ways is asked above. */
function Gaps({ gaps }: { readonly gaps: readonly Refusal[] }) {
  const t = useTranslations('transfers.columns')
  const words = useWords()
  const missing = gaps.filter(({ code }) => code === 'mapping-incomplete' || code === 'mapped-twice')
  if (gaps.length === 0) return <Notice tone="ok">{t('settled')}</Notice>
  const sentences = missing.map((gap) => {
    const known = gap.code === 'mapping-incomplete' ? gapWords(gap.field) : null
    return known ? t(known) : words(gap)
  })
  return [...new Set(sentences)].map((sentence) => (
    <Notice key={sentence} tone="warn">
      {sentence}
    </Notice>
  ))
}
