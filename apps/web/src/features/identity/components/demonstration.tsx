import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { signInForDemonstration } from '../../../lib/auth.ts'
import classes from './demonstration.module.css'

const order = ['employee', 'manager', 'executive', 'administrator']

/** One click instead of a password, where the server is a demonstration; otherwise nothing. */
export function Demonstration({ onDone }: { readonly onDone: () => void }) {
  const t = useTranslations('identity.demonstration')
  const { data: people = [] } = useQuery(trpc.identity.demonstration.queryOptions())
  const enter = useMutation({ mutationFn: signInForDemonstration, onSuccess: onDone })
  if (people.length === 0) return null
  const inOrder = people.toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const organizations = [...new Set(people.map((one) => one.organization))]
  return (
    <section className={classes.demonstration} aria-labelledby="demonstration">
      <h2 id="demonstration">{t('title')}</h2>
      <p>{t('text')}</p>
      {organizations.map((organization, index) => (
        <div key={organization}>
          <h3 id={`demonstration-${index}`}>{organization}</h3>
          <ul aria-labelledby={`demonstration-${index}`}>
            {inOrder
              .filter((one) => one.organization === organization)
              .map((one) => (
                <li key={one.key}>
                  <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(one.key)}>
                    <span>{one.personName}</span> <span className={classes.role}>{t(one.role)}</span>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <p className={classes.or}>
        <span>{t('or')}</span>
      </p>
    </section>
  )
}
