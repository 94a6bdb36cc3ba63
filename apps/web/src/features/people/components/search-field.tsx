import { useTranslations } from 'use-intl'
import { SearchField as Field } from '../../../components/search-field.tsx'

/** Finds somebody's name. */
export function SearchField(props: { readonly value: string; readonly onSearch: (text: string) => void }) {
  const t = useTranslations('people')
  return <Field label={t('search')} keyLabel={t('keys.search')} {...props} />
}
