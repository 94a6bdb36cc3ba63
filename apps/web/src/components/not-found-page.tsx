import { useTranslations } from 'use-intl'
import { NoticePage } from './notice-page.tsx'
import { PlainLink } from './screen-links.tsx'

export function NotFoundPage() {
  const t = useTranslations('shell.notFound')
  return (
    <NoticePage title={t('title')} actions={<PlainLink to="/">{t('home')}</PlainLink>}>
      {t('text')}
    </NoticePage>
  )
}
