import type { DisclosureCountry, DisclosureLanguage, DisclosureRule } from './schema.ts'

/**
 * What is asked of somebody who recommends what their employer sells, country by country. Common to all: the tie to the employer in each post, in plain
 * words, where it is read first, and not behind "more" or among hashtags. Read on 2026-11-22; no advice of a lawyer.
 *
 * - European Union: Directive 2005/29/EC, Art. 6(2), 7(2) and Annex I no. 11 and 22 (hidden commercial intent; passing as a consumer).
 * - FR: Code de la consommation, art. L. 121-2 to L. 121-4 (11° and 21°); Loi n° 2023-451 of 9 June 2023, art. 5, for who is paid to influence; ARPP, Communication publicitaire digitale.
 * - BE: Code de droit économique, art. VI.97 to VI.100 and XII.12; SPF Économie, guidelines for influencers.
 * - DE: UWG § 5a(4) (commercial intent, also for another's business); DDG § 6; Leitfaden der Medienanstalten: "Werbung" or "Anzeige" at the beginning.
 * - AT: UWG § 2, Annex no. 11; ECG § 6.
 * - NL: Burgerlijk Wetboek 6:193c to 6:193g; Reclamecode Social Media & Influencer Marketing, art. 3 (a relevant relation is named).
 * - IT: Codice del consumo, art. 20 to 23; IAP, Digital Chart.
 * - ES: Ley 3/1991, art. 26 and 27; Ley 34/2002, art. 20.
 * - IE: Consumer Protection Act 2007, s. 43 to 46 and 55; CCPC and ASA guidance on influencer advertising (2023).
 * - GB: Digital Markets, Competition and Consumers Act 2024, Sch. 20; CAP Code, rules 2.1 to 2.4 (ASA, CMA: "ad" where the post is the employer's advertising).
 * - CH: UWG Art. 2 and 3(1)(b); SLK, Grundsatz B.15.
 * - US: 16 CFR Part 255 (FTC Endorsement Guides), § 255.5 (material connections, employees among the examples).
 * - CA: Competition Act, s. 52 and 74.01; Ad Standards, Influencer Marketing Disclosure Guidelines (employees have a material connection).
 * - AU: Australian Consumer Law, s. 18 and 29; AANA Code of Ethics, 2.7.
 */
export const disclosureRules: Readonly<Record<DisclosureCountry, DisclosureRule>> = {
  FR: { languages: ['fr', 'en'], asksForAdvertisingWord: false, source: 'Code de la consommation, art. L. 121-2 à L. 121-4' },
  BE: { languages: ['fr', 'nl', 'en'], asksForAdvertisingWord: false, source: 'Code de droit économique, art. VI.97 à VI.100' },
  CH: { languages: ['fr', 'de', 'it'], asksForAdvertisingWord: false, source: 'LCD / UWG, art. 2 et 3 al. 1 let. b' },
  CA: { languages: ['en', 'fr'], asksForAdvertisingWord: false, source: 'Competition Act, s. 74.01; Ad Standards guidelines' },
  GB: { languages: ['en'], asksForAdvertisingWord: true, source: 'CAP Code, rules 2.1–2.4; DMCC Act 2024' },
  IE: { languages: ['en'], asksForAdvertisingWord: true, source: 'Consumer Protection Act 2007, s. 43–46; CCPC/ASA guidance' },
  US: { languages: ['en', 'es'], asksForAdvertisingWord: false, source: '16 CFR § 255.5 (FTC Endorsement Guides)' },
  DE: { languages: ['de', 'en'], asksForAdvertisingWord: true, source: 'UWG § 5a Abs. 4; DDG § 6' },
  AT: { languages: ['de', 'en'], asksForAdvertisingWord: true, source: 'UWG § 2; ECG § 6' },
  NL: { languages: ['nl', 'en'], asksForAdvertisingWord: false, source: 'Reclamecode Social Media & Influencer Marketing, art. 3' },
  IT: { languages: ['it', 'en'], asksForAdvertisingWord: true, source: 'Codice del consumo, art. 20–23; IAP Digital Chart' },
  ES: { languages: ['es', 'en'], asksForAdvertisingWord: true, source: 'Ley 3/1991, art. 26; Ley 34/2002, art. 20' },
  AU: { languages: ['en'], asksForAdvertisingWord: false, source: 'Australian Consumer Law, s. 18, 29; AANA Code of Ethics 2.7' },
  eu: {
    languages: ['en', 'fr', 'de', 'nl', 'it', 'es'],
    asksForAdvertisingWord: true,
    source: 'Directive 2005/29/EC, Art. 7(2), Annex I no. 11, 22',
  },
}

type Words = { readonly advertising: string; readonly line: (organization: string) => string; readonly name: string }
const words: Readonly<Record<DisclosureLanguage, Words>> = {
  fr: { name: 'français', advertising: 'Publicité', line: (at) => `Je travaille chez ${at}` },
  en: { name: 'English', advertising: 'Ad', line: (at) => `I work for ${at}` },
  de: { name: 'Deutsch', advertising: 'Werbung', line: (at) => `Ich arbeite bei ${at}` },
  nl: { name: 'Nederlands', advertising: 'Reclame', line: (at) => `Ik werk bij ${at}` },
  it: { name: 'italiano', advertising: 'Pubblicità', line: (at) => `Lavoro per ${at}` },
  es: { name: 'español', advertising: 'Publicidad', line: (at) => `Trabajo en ${at}` },
}

/** The line to put into a post, for a reader there in that language. */
export function disclosureLine(country: DisclosureCountry, language: DisclosureLanguage, organization: string): string {
  const { advertising, line } = words[language]
  return disclosureRules[country].asksForAdvertisingWord ? `${advertising} – ${line(organization)}.` : `${line(organization)}.`
}

/** What a language calls itself. */
export function languageName(language: DisclosureLanguage): string {
  return words[language].name
}

const zones: Readonly<Record<string, DisclosureCountry>> = {
  ...{
    'Europe/Paris': 'FR',
    'Europe/Brussels': 'BE',
    'Europe/Zurich': 'CH',
    'Europe/London': 'GB',
    'Europe/Dublin': 'IE',
    'Europe/Berlin': 'DE',
  },
  ...{
    'Europe/Vienna': 'AT',
    'Europe/Amsterdam': 'NL',
    'Europe/Rome': 'IT',
    'Europe/Madrid': 'ES',
    'America/Toronto': 'CA',
    'America/Montreal': 'CA',
  },
  ...{ 'America/Vancouver': 'CA', 'America/New_York': 'US', 'America/Chicago': 'US', 'America/Denver': 'US', 'America/Los_Angeles': 'US' },
}

/** Where an organization of that time zone probably is; only what is proposed first. */
export function likelyCountry(timeZone: string): DisclosureCountry {
  return zones[timeZone] ?? (timeZone.startsWith('Australia/') ? 'AU' : timeZone.startsWith('America/') ? 'US' : 'eu')
}
