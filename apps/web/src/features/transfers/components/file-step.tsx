import { Checkbox, Select } from '@mantine/core'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import { type Dialect, delimiters, encodings, quotes } from '@oeuvre/domain/transfers/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { PreviewCells } from '@oeuvre/ui/data/preview-cells.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useRefreshImport } from '../model/use-mapping.ts'
import classes from './file-step.module.css'

type Import = Outputs['transfers']['get']
type FileStepProps = { readonly found: Import; readonly reading: Reading; readonly onNext: () => void }

/** What was recognised, the first rows read in that way, and another way to read them. */
export function FileStep({ found, reading, onNext }: FileStepProps) {
  const t = useTranslations('transfers')
  const words = useWords()
  const [dialect, setDialect] = useState(reading.dialect)
  const refresh = useRefreshImport(found.id)
  const preview = useQuery(
    trpc.transfers.preview.queryOptions({ id: found.id, dialect }, { placeholderData: keepPreviousData, retry: false }),
  )
  const change = useMutation(trpc.transfers.changeReading.mutationOptions({ onSettled: refresh }))
  const isChanged = JSON.stringify(dialect) !== JSON.stringify(reading.dialect)
  async function next() {
    if (isChanged) await change.mutateAsync({ id: found.id, version: found.version, dialect })
    onNext()
  }
  return (
    <>
      {found.failure && (
        <Notice tone="error" title={t('failed.title')}>
          {words(found.failure)} {t('failed.text')}
        </Notice>
      )}
      <Part title={t('file.recognised')} hint={reading.preset ? t(`file.preset.${reading.preset}`) : t('file.recognisedNote')}>
        <DialectFields dialect={dialect} onChange={setDialect} />
        {dialect.isOwnExport && <p className={classes.own}>{t('file.own')}</p>}
      </Part>
      <Part title={t('file.firstRows')}>
        {preview.error ? (
          <Notice tone="error" live>
            {describe(preview.error, words)}
          </Notice>
        ) : (
          <PreviewCells
            caption={t('file.firstRows')}
            headers={preview.data?.columns ?? []}
            rows={(preview.data?.rows ?? []).map(({ number, cells }) => ({ key: String(number), number, cells }))}
          />
        )}
      </Part>
      <div className={classes.send}>
        <MainAction tall stretch="phone" loading={change.isPending} disabled={preview.isError} onClick={() => void next()}>
          {isChanged ? t('file.change') : t('file.next')}
        </MainAction>
      </div>
    </>
  )
}

const delimiterKeys = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

function DialectFields({ dialect, onChange }: { readonly dialect: Dialect; readonly onChange: (dialect: Dialect) => void }) {
  const t = useTranslations('transfers.file')
  const encoding = encodings.map((value) => ({ value, label: value.toUpperCase() }))
  const delimiter = delimiters.map((value) => ({ value, label: t(`delimiters.${delimiterKeys[value]}`) }))
  const quote = quotes.map((value) => ({ value, label: t(`quotes.${value === '"' ? 'double' : 'single'}`) }))
  const pick = <T extends string>(known: readonly T[], value: string | null) => known.find((one) => one === value)
  return (
    <div className={classes.fields}>
      <Select
        label={t('encoding')}
        data={encoding}
        value={dialect.encoding}
        allowDeselect={false}
        searchable
        onChange={(value) => onChange({ ...dialect, encoding: pick(encodings, value) ?? dialect.encoding })}
      />
      <Select
        label={t('delimiter')}
        data={delimiter}
        value={dialect.delimiter}
        allowDeselect={false}
        onChange={(value) => onChange({ ...dialect, delimiter: pick(delimiters, value) ?? dialect.delimiter })}
      />
      <Select
        label={t('quote')}
        data={quote}
        value={dialect.quote}
        allowDeselect={false}
        onChange={(value) => onChange({ ...dialect, quote: pick(quotes, value) ?? dialect.quote })}
      />
      <Checkbox
        className={classes.header}
        label={t('header')}
        checked={dialect.hasHeader}
        onChange={(event) => onChange({ ...dialect, hasHeader: event.currentTarget.checked })}
      />
    </div>
  )
}
