import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from './kudos.module.css'
import { LeavingAddress } from './leaving-address.tsx'
import { SharingChoice } from './sharing-choice.tsx'

/** With whom it is shared, under which address, and whether clients stand in it. */
export function OwnChoices({ portfolio }: { readonly portfolio: Outputs['portfolio']['get'] }) {
  const t = useTranslations('recognition.work')
  const { organization } = useShell()
  const client = useQueryClient()
  const { data: sharing } = useSuspenseQuery(trpc.portfolio.sharing.queryOptions({ personId: portfolio.owner.id }))
  const withhold = useMutation(
    trpc.portfolio.withholdClients.mutationOptions({ onSettled: () => client.invalidateQueries(trpc.portfolio.get.pathFilter()) }),
  )
  return (
    <div className={styles.choices} data-print="hide">
      <SharingChoice sharing={sharing} />
      {sharing.sharedWith !== 'nobody' && (
        <p className={styles.quiet}>{t('address', { address: `${location.origin}/${organization}/my-work?of=${portfolio.owner.id}` })}</p>
      )}
      <Checkbox
        label={t('withhold')}
        description={t('withholdHint')}
        checked={portfolio.withholdsClients}
        disabled={withhold.isPending}
        onChange={(event) => withhold.mutate({ isWithheld: event.currentTarget.checked })}
      />
      <LeavingAddress />
    </div>
  )
}
