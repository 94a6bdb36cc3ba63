import type { Language } from '@oeuvre/domain/organizations/schema'
import type { fr } from './fr.ts'

/** The shape of a catalogue without its words: the same keys at every depth. `fr` is the source. */
export type Shape<T> = T extends string ? string : { readonly [K in keyof T]: Shape<T[K]> }
export type Messages = Shape<typeof fr>
/** What the library takes the types of keys and arguments from. */
export type SourceMessages = typeof fr

/** One chunk per language: nobody loads the words of the other. */
export const loadMessages: Readonly<Record<Language, () => Promise<Messages>>> = {
  fr: () => import('./fr.ts').then((module) => module.fr),
  en: () => import('./en.ts').then((module) => module.en),
}

declare module 'use-intl' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the library's way of typing keys and arguments is declaration merging
  interface AppConfig {
    Locale: Language
    // Keys are typed, arguments are not: reading ICU arguments out of literal messages took the compiler minutes.
    Messages: Messages
  }
}
