import { Modal } from '@mantine/core'
import type { HistoryValue, ReadVersionOutput } from '@oeuvre/domain/outcomes/history/schema'
import { LineSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { DefinitionList } from '@oeuvre/ui/layout/facts.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { PlainLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from './outcome-history.module.css'
import { ReportedLine } from './reported-line.tsx'
import { useValueText } from './use-value-text.ts'

type VersionProps = { readonly id: string; readonly version: number; readonly onClose: () => void }

/** A version as it was; whoever may change the outcome takes it up again from here. */
export function VersionDialog({ id, version, onClose }: VersionProps) {
  const t = useTranslations('review.outcome')
  const words = useWords()
  const { data, error } = useQuery(trpc.outcomes.version.queryOptions({ id, version }))
  return (
    <Modal opened onClose={onClose} size="lg" title={t('version', { version })}>
      {data ? <Version id={id} read={data} /> : error ? <FormError>{describe(error, words)}</FormError> : <LineSkeleton lines={6} />}
    </Modal>
  )
}

function VersionValue({ value }: { readonly value: HistoryValue }) {
  const say = useValueText()
  return (
    <>
      {say(value)}
      <ReportedLine value={value} />
    </>
  )
}

function Version({ id, read }: { readonly id: string; readonly read: ReadVersionOutput }) {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const { organization } = useShell()
  const said = read.by ? t('versionBy', { name: read.by.name, at: f.instant(read.at) }) : f.instant(read.at)
  return (
    <div className={styles.version}>
      <p>{said}</p>
      <DefinitionList
        ruled
        facts={read.values.map(({ field, value }) => ({ key: field, label: t(`fields.${field}`), value: <VersionValue value={value} /> }))}
      />
      {read.draft && (
        <>
          <PlainLink to="/$organization/outcomes/$id/edit" params={{ organization, id }} search={{ version: read.version }}>
            {t('bringBack')}
          </PlainLink>
          <p>{t('bringBackHint')}</p>
        </>
      )}
    </div>
  )
}
