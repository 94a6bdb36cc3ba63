import { Select } from '@mantine/core'
import { disclosureLine, disclosureRules, languageName, likelyCountry } from '@oeuvre/domain/links/disclosure/rules'
import { disclosureCountries } from '@oeuvre/domain/links/disclosure/schema'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from '../components/share.module.css'
import { CopyLine } from './copy-line.tsx'

/** The line that the rule of a country asks for, in the language of the post, to copy. Needs the words `links`. */
export function DisclosureLine() {
  const t = useTranslations('links.disclosure')
  const { compare } = useFormat()
  const { settings } = useShell()
  const [country, setCountry] = useState(() => likelyCountry(settings.timeZone))
  const [asked, setLanguage] = useState<string | null>(null)
  const rule = disclosureRules[country]
  const language = rule.languages.find((one) => one === asked) ?? rule.languages[0] ?? 'en'
  const countries = disclosureCountries
    .map((value) => ({ value, label: t(`countries.${value}`) }))
    .sort((a, b) => Number(a.value === 'eu') - Number(b.value === 'eu') || compare(a.label, b.label))
  return (
    <section className={classes.disclosure}>
      <p>{t(rule.asksForAdvertisingWord ? 'textAdvertising' : 'text')}</p>
      <div className={classes.choices}>
        <Select
          label={t('country')}
          data={countries}
          value={country}
          allowDeselect={false}
          onChange={(next) => setCountry(disclosureCountries.find((one) => one === next) ?? country)}
        />
        <Select
          label={t('language')}
          data={rule.languages.map((value) => ({ value, label: languageName(value) }))}
          value={language}
          allowDeselect={false}
          onChange={setLanguage}
        />
      </div>
      <CopyLine
        label={t('line')}
        value={disclosureLine(country, language, settings.name)}
        copyLabel={t('copy')}
        copiedLabel={t('copied')}
      />
      <p>{t('source', { source: rule.source })}</p>
    </section>
  )
}
