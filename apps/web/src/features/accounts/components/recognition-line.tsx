import type { AccountRecognition } from '@oeuvre/domain/accounts/recognition/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { useAccountName } from '../model/platform-names.ts'
import { useOwnPlatforms } from '../model/use-platforms.ts'
import classes from './recognition-line.module.css'

type RecognitionLineProps = {
  readonly recognition: AccountRecognition | null
  readonly onInstead: (address: string) => void
  readonly onAnotherPlatform: () => void
}

/** Under the field, while one types: what was recognised, or why not yet. Quiet: nothing was refused so far. */
export function RecognitionLine({ recognition, onInstead, onAnotherPlatform }: RecognitionLineProps) {
  const t = useTranslations('accounts.register')
  return (
    <div className={classes.line} aria-live="polite">
      {recognition === null && <p>{t('hint')}</p>}
      {recognition && 'account' in recognition && <Recognised account={recognition.account} onAnotherPlatform={onAnotherPlatform} />}
      {recognition && 'refusal' in recognition && <NotYet refusal={recognition.refusal} onInstead={onInstead} />}
    </div>
  )
}

type Account = Extract<AccountRecognition, { account: unknown }>['account']
type Refused = Extract<AccountRecognition, { refusal: unknown }>['refusal']

function Recognised({ account, onAnotherPlatform }: { readonly account: Account; readonly onAnotherPlatform: () => void }) {
  const t = useTranslations('accounts.register')
  const accountName = useAccountName()
  const own = useOwnPlatforms().find(({ id }) => id === account.ownPlatformId)
  return (
    <p className={classes.found}>
      <Icon name="check" />
      <span>
        <b>{t(account.isGuess ? 'guessed' : 'recognised')}</b> {accountName({ ...account, platformName: own?.name })}
      </span>
      {account.isGuess && <TextButton onClick={onAnotherPlatform}>{t('notGuess')}</TextButton>}
    </p>
  )
}

function NotYet({ refusal, onInstead }: { readonly refusal: Refused; readonly onInstead: (address: string) => void }) {
  const t = useTranslations('accounts.register')
  const words = useWords()
  const instead = String(refusal.params?.profile ?? '')
  return (
    <>
      <p>{words(refusal)}</p>
      {instead !== '' && (
        <TextButton onClick={() => onInstead(instead)}>{t('instead', { address: instead.replace('https://', '') })}</TextButton>
      )}
    </>
  )
}
