import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../components/screen-links.tsx'
import { MyAccounts } from '../features/accounts/embed/my-accounts.tsx'
import { PersonStories } from '../features/outcomes/embed/person-stories.tsx'
import { PersonHead, usePerson } from '../features/people/embed/person-head.tsx'
import { PersonAwards } from '../features/recognition/embed/awards.tsx'
import { PersonThanks } from '../features/recognition/embed/person-thanks.tsx'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import classes from './person.module.css'

/** A person's page is their work: who they are, and the stories that they had a part in. */
export function Person({ id }: { readonly id: string }) {
  const t = useTranslations('people.person')
  const { organization } = useShell()
  const person = usePerson(id)
  usePageTitle(person.name)
  return (
    <>
      <PersonHead person={person} />
      <SideHead title={t('stories')} note={t('storiesNote')}>
        <PersonStories personId={id} isSelf={person.isSelf} name={person.name} />
      </SideHead>
      {person.status !== 'erased' && (
        <>
          <PersonAwards personId={id} isSelf={person.isSelf} />
          <PersonThanks personId={id} isSelf={person.isSelf} />
        </>
      )}
      {person.isSelf && (
        <SideHead title={t('accounts')} note={t('accountsOwn')}>
          <MyAccounts />
          <p className={classes.onward}>
            <ScreenLink look="more" to="/$organization/accounts" params={{ organization }}>
              {t('accountsLink')}
            </ScreenLink>
          </p>
        </SideHead>
      )}
      {person.isSelf && (
        <p className={classes.colophon}>
          {t('colophon')}{' '}
          <ScreenLink to="/$organization/my-work" params={{ organization }}>
            {t('work')}
          </ScreenLink>
        </p>
      )}
    </>
  )
}
