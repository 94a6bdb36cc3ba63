/** ISO 3166-1 alpha-2; `eu`: another country of the European Union. */
export const disclosureCountries = ['FR', 'BE', 'CH', 'CA', 'GB', 'IE', 'US', 'DE', 'AT', 'NL', 'IT', 'ES', 'AU', 'eu'] as const
export type DisclosureCountry = (typeof disclosureCountries)[number]

/** BCP 47. */
export const disclosureLanguages = ['fr', 'en', 'de', 'nl', 'it', 'es'] as const
export type DisclosureLanguage = (typeof disclosureLanguages)[number]

export type DisclosureRule = {
  /** In which a post there is usually written, the first proposed first. */
  readonly languages: readonly DisclosureLanguage[]
  /** Whether the word "advertising" itself is expected, besides the tie to the employer. */
  readonly asksForAdvertisingWord: boolean
  /** What the rule stands in, as it is cited there. */
  readonly source: string
}
