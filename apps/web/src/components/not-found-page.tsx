import { useTranslations } from 'use-intl'
import { AnchorButton } from './anchor-button.tsx'
import { NoticePage } from './notice-page.tsx'

export function NotFoundPage() {
  const t = useTranslations('shell.notFound')
  return (
    <NoticePage title={t('title')} actions={<AnchorButton to="/">{t('home')}</AnchorButton>}>
      {t('text')}
    </NoticePage>
  )
}
