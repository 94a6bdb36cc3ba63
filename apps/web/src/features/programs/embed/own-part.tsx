import { Checkbox } from '@mantine/core'
import type { ProgramPage } from '@oeuvre/domain/programs/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { type OwnAccount, QuietHelp } from '../components/quiet-help.tsx'
import { useTakingPart } from '../model/use-taking-part.ts'
import styles from './own-part.module.css'

type OwnPartProps = Pick<ProgramPage, 'program'> & {
  /** The reader's registered accounts. */
  readonly accounts: readonly OwnAccount[]
}

/** Joining, one's own accounts for it, and leaving; with what others see of it. */
export function OwnPart({ program, accounts }: OwnPartProps) {
  const t = useTranslations('programs.part')
  const { list } = useFormat()
  const { own, can, ownAccountIds } = program
  const part = useTakingPart(program)
  const [chosen, setChosen] = useState<readonly string[]>(ownAccountIds)
  const isIn = own === 'taking-part'
  const quiet = accounts.flatMap(({ id, label, isQuiet }) => (isQuiet && ownAccountIds.includes(id) ? [label] : []))
  const named = (names: readonly string[]) => ({ names: list(names), count: names.length })
  if (!isIn && !can.join) return <p className={styles.text}>{t('over')}</p>
  const isSame = [...chosen].sort().join() === [...ownAccountIds].sort().join()
  return (
    <div className={styles.part}>
      <p className={styles.text}>{t(`say.${own}`)}</p>
      {isIn && <QuietHelp quiet={named(quiet)} coaches={named(program.coaches.map(({ name }) => name))} />}
      <Accounts accounts={accounts} chosen={chosen} onChoose={setChosen} />
      <div className={styles.ends}>
        {isIn ? (
          <>
            <MainAction onClick={() => part.name(chosen)} disabled={isSame} loading={part.isPending}>
              {t('name')}
            </MainAction>
            <QuietAction onClick={part.leave}>{t('leave')}</QuietAction>
          </>
        ) : (
          <>
            <MainAction onClick={() => part.join(chosen)} loading={part.isPending}>
              {t(own === 'invited' ? 'accept' : 'join')}
            </MainAction>
            {own === 'invited' && <QuietAction onClick={part.decline}>{t('decline')}</QuietAction>}
          </>
        )}
      </div>
    </div>
  )
}

type AccountsProps = Pick<OwnPartProps, 'accounts'> & {
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}

function Accounts({ accounts, chosen, onChoose }: AccountsProps) {
  const t = useTranslations('programs.part')
  const { organization } = useShell()
  if (accounts.length === 0)
    return (
      <p className={styles.text}>
        {t('noAccounts')}{' '}
        <ScreenLink to="/$organization/accounts" params={{ organization }}>
          {t('register')}
        </ScreenLink>
      </p>
    )
  return (
    <Checkbox.Group label={t('accounts')} description={t('accountsHint')} value={[...chosen]} onChange={onChoose}>
      <div className={styles.accounts}>
        {accounts.map(({ id, label }) => (
          <Checkbox key={id} value={id} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
