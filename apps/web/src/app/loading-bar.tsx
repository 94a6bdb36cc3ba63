import { useRouterState } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import classes from './loading-bar.module.css'

/** A hairline at the top while the next page is on its way; it shows only when that takes a moment. */
export function LoadingBar() {
  const isLoading = useRouterState({ select: (state) => state.isLoading })
  const t = useTranslations('shell')
  if (!isLoading) return null
  return <div className={classes.bar} role="progressbar" aria-label={t('loading')} />
}
