import type { Language } from '@oeuvre/domain/organizations/schema'
import type { fr } from './fr.ts'

/** The shape of a catalogue without its words: the same keys at every depth. `fr` is the source. */
export type Shape<T> = T extends string ? string : { readonly [K in keyof T]: Shape<T[K]> }
export type Messages = Shape<typeof fr>
/** What the library takes the types of keys and arguments from. */
export type SourceMessages = typeof fr

/** Loaded with the language, before the first paint. The other parts come with the screens that say them: see `words` of a route. */
export const loadFirst: Readonly<Record<Language, () => Promise<Partial<Messages>>>> = {
  fr: () => import('./first-fr.ts').then((module) => module.first),
  en: () => import('./first-en.ts').then((module) => module.first),
}

/** A file per part and language: nobody loads the words of the other language, nor of screens never opened. */
export const loadPart = {
  accounts: {
    fr: () => import('./fr/accounts.ts').then(({ accounts }) => ({ accounts })),
    en: () => import('./en/accounts.ts').then(({ accounts }) => ({ accounts })),
  },
  accountsPlatforms: {
    fr: () => import('./fr/accounts-platforms.ts').then(({ accountsPlatforms }) => ({ accountsPlatforms })),
    en: () => import('./en/accounts-platforms.ts').then(({ accountsPlatforms }) => ({ accountsPlatforms })),
  },
  answers: {
    fr: () => import('./fr/answers.ts').then(({ answers }) => ({ answers })),
    en: () => import('./en/answers.ts').then(({ answers }) => ({ answers })),
  },
  closing: {
    fr: () => import('./fr/closing.ts').then(({ closing }) => ({ closing })),
    en: () => import('./en/closing.ts').then(({ closing }) => ({ closing })),
  },
  comments: {
    fr: () => import('./fr/comments.ts').then(({ comments }) => ({ comments })),
    en: () => import('./en/comments.ts').then(({ comments }) => ({ comments })),
  },
  identity: {
    fr: () => import('./fr/identity.ts').then(({ identity }) => ({ identity })),
    en: () => import('./en/identity.ts').then(({ identity }) => ({ identity })),
  },
  impact: {
    fr: () => import('./fr/impact.ts').then(({ impact }) => ({ impact })),
    en: () => import('./en/impact.ts').then(({ impact }) => ({ impact })),
  },
  impactDefinitions: {
    fr: () => import('./fr/impact-definitions.ts').then(({ impactDefinitions }) => ({ impactDefinitions })),
    en: () => import('./en/impact-definitions.ts').then(({ impactDefinitions }) => ({ impactDefinitions })),
  },
  links: {
    fr: () => import('./fr/links.ts').then(({ links }) => ({ links })),
    en: () => import('./en/links.ts').then(({ links }) => ({ links })),
  },
  equity: {
    fr: () => import('./fr/equity.ts').then(({ equity }) => ({ equity })),
    en: () => import('./en/equity.ts').then(({ equity }) => ({ equity })),
  },
  privacy: {
    fr: () => import('./fr/privacy.ts').then(({ privacy }) => ({ privacy })),
    en: () => import('./en/privacy.ts').then(({ privacy }) => ({ privacy })),
  },
  privacyColumns: {
    fr: () => import('./fr/privacy-columns.ts').then(({ privacyColumns }) => ({ privacyColumns })),
    en: () => import('./en/privacy-columns.ts').then(({ privacyColumns }) => ({ privacyColumns })),
  },
  programs: {
    fr: () => import('./fr/programs.ts').then(({ programs }) => ({ programs })),
    en: () => import('./en/programs.ts').then(({ programs }) => ({ programs })),
  },
  stage: {
    fr: () => import('./fr/stage.ts').then(({ stage }) => ({ stage })),
    en: () => import('./en/stage.ts').then(({ stage }) => ({ stage })),
  },
  objectives: {
    fr: () => import('./fr/objectives.ts').then(({ objectives }) => ({ objectives })),
    en: () => import('./en/objectives.ts').then(({ objectives }) => ({ objectives })),
  },
  organizations: {
    fr: () => import('./fr/organizations.ts').then(({ organizations }) => ({ organizations })),
    en: () => import('./en/organizations.ts').then(({ organizations }) => ({ organizations })),
  },
  notifications: {
    fr: () => import('./fr/notifications.ts').then(({ notifications }) => ({ notifications })),
    en: () => import('./en/notifications.ts').then(({ notifications }) => ({ notifications })),
  },
  outcomesLog: {
    fr: () => import('./fr/outcomes-log.ts').then(({ outcomesLog }) => ({ outcomesLog })),
    en: () => import('./en/outcomes-log.ts').then(({ outcomesLog }) => ({ outcomesLog })),
  },
  outcomesOutbox: {
    fr: () => import('./fr/outcomes-outbox.ts').then(({ outcomesOutbox }) => ({ outcomesOutbox })),
    en: () => import('./en/outcomes-outbox.ts').then(({ outcomesOutbox }) => ({ outcomesOutbox })),
  },
  outcomesWords: {
    fr: () => import('./fr/outcomes-words.ts').then(({ outcomesWords }) => ({ outcomesWords })),
    en: () => import('./en/outcomes-words.ts').then(({ outcomesWords }) => ({ outcomesWords })),
  },
  people: {
    fr: () => import('./fr/people.ts').then(({ people }) => ({ people })),
    en: () => import('./en/people.ts').then(({ people }) => ({ people })),
  },
  rates: {
    fr: () => import('./fr/rates.ts').then(({ rates }) => ({ rates })),
    en: () => import('./en/rates.ts').then(({ rates }) => ({ rates })),
  },
  recognition: {
    fr: () => import('./fr/recognition.ts').then(({ recognition }) => ({ recognition })),
    en: () => import('./en/recognition.ts').then(({ recognition }) => ({ recognition })),
  },
  reports: {
    fr: () => import('./fr/reports.ts').then(({ reports }) => ({ reports })),
    en: () => import('./en/reports.ts').then(({ reports }) => ({ reports })),
  },
  transfers: {
    fr: () => import('./fr/transfers.ts').then(({ transfers }) => ({ transfers })),
    en: () => import('./en/transfers.ts').then(({ transfers }) => ({ transfers })),
  },
  views: {
    fr: () => import('./fr/views.ts').then(({ views }) => ({ views })),
    en: () => import('./en/views.ts').then(({ views }) => ({ views })),
  },
} as const satisfies Partial<Record<keyof Messages, Record<Language, () => Promise<Partial<Messages>>>>>
export type MessagePart = keyof typeof loadPart

declare module 'use-intl' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the library's way of typing keys and arguments is declaration merging
  interface AppConfig {
    Locale: Language
    // Keys are typed, arguments are not: reading ICU arguments out of literal messages took the compiler minutes.
    Messages: Messages
  }
}
