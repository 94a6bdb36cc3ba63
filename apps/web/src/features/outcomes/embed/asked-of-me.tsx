import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createLink, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useShell } from '../../../lib/shell.ts'
import { useConfirm } from '../model/use-answers.ts'
import styles from './asked-of-me.module.css'
import { askedQuery } from './brief-queries.ts'
import { OutcomeKind } from './outcome-kind.tsx'
import { useOutcomeTitle } from './outcome-title.ts'
import { useNaming } from './use-naming.ts'

const WrongLink = createLink(TextLink)

/** Results in which the reader is named: right, in one gesture, or not. */
export function AskedOfMe() {
  const t = useTranslations('answers.asked')
  const titleOf = useOutcomeTitle()
  const naming = useNaming()
  const { organization } = useShell()
  const confirm = useConfirm()
  const { data } = useSuspenseQuery(askedQuery())
  if (data.outcomes.length === 0) return null
  const items = data.outcomes.map((outcome) => ({
    key: outcome.id,
    title: (
      <Link to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }}>
        {titleOf(outcome)}
      </Link>
    ),
    below: (
      <>
        <OutcomeKind type={outcome.type} /> <span>· {naming(outcome, outcome.author)}</span>
      </>
    ),
    actions: (
      <span className={styles.actions}>
        <PlainAction onClick={() => confirm.mutate(outcome)} disabled={confirm.isPending && confirm.variables.id === outcome.id}>
          {t('confirm')}
        </PlainAction>
        <WrongLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} hash="answer">
          {t('wrong')}
        </WrongLink>
      </span>
    ),
  }))
  return (
    <RowHead title={t('title')}>
      <ItemList items={items} label={t('title')} />
    </RowHead>
  )
}
