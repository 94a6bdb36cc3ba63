import type { Language } from '@oeuvre/domain/organizations/schema'
import { loadFirst, loadPart, type MessagePart, type Messages } from '../locales/catalogue.ts'
import { createStore, useStore } from './store.ts'

type Spoken = { readonly language: Language; readonly messages: Partial<Messages>; readonly parts: readonly MessagePart[] }

/** Words and language change together: a page is never half in one language, nor blank while the other loads. */
const spoken = createStore<Spoken | null>(null)
/** In the order in which they are offered. */
export const spokenLanguages = ['fr', 'en'] as const satisfies readonly Language[]

const storageKey = 'oeuvre.language'

function isLanguage(value: unknown): value is Language {
  return spokenLanguages.some((language) => language === value)
}

/** The choice made on this device, else the first language of the browser that we speak, else English. */
export function firstLanguage(): Language {
  const chosen = storedLanguage()
  if (chosen) return chosen
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey)
    return isLanguage(stored) ? stored : null
  } catch {
    return null
  }
}

export async function showLanguage(language: Language): Promise<void> {
  const before = spoken.get()
  if (before?.language === language) return
  const parts = before?.parts ?? []
  const [first, ...more] = await Promise.all([loadFirst[language](), ...parts.map((part) => loadPart[part][language]())])
  // Parts that came meanwhile came in the other language.
  if (spoken.get()?.parts !== before?.parts) return showLanguage(language)
  document.documentElement.lang = language
  spoken.set({ language, messages: Object.assign({}, first, ...more), parts })
}

/**
 * The words of screens that are not the first, before they are drawn. A route names its own as `staticData.words`; whatever else
 * is loaded later asks here.
 */
export async function loadWords(wanted: readonly MessagePart[]): Promise<void> {
  const now = spoken.get()
  if (!now) throw new Error('showLanguage() comes before the words of a screen')
  const parts = [...new Set(wanted)].filter((part) => !now.parts.includes(part))
  if (parts.length === 0) return
  const loaded = await Promise.all(parts.map((part) => loadPart[part][now.language]()))
  const then = spoken.get() ?? now
  if (then.language !== now.language) return loadWords(wanted)
  spoken.set({ ...then, messages: Object.assign({}, then.messages, ...loaded), parts: [...new Set([...then.parts, ...parts])] })
}

/** Shows a language and keeps the choice on this device; the account's own choice is kept by `identity.setLanguage`. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage may be refused (private window): the choice then lasts as long as the page.
  }
  await showLanguage(language)
}

export function useSpoken() {
  const now = useStore(spoken)
  if (!now) throw new Error('showLanguage() comes before the first render')
  return now
}

export function useLanguage(): Language {
  return useSpoken().language
}

let isSettled = false

/**
 * On arrival in an organization, once. The account's language wins over what the device happens to speak; what was chosen on
 * the way in (the foot of the sign-in page) is newer than either, and `keep` writes it to the account.
 */
export function settleLanguage(account: Language | null, keep: (language: Language) => void): void {
  if (isSettled) return
  isSettled = true
  const chosen = choiceAtDoor.take()
  if (chosen && chosen !== account) keep(chosen)
  else if (!chosen && account) void chooseLanguage(account)
}

const doorKey = 'oeuvre.language.chosen'

/** A language chosen before signing in; it outlives the page load that signing in is. */
export const choiceAtDoor = {
  put(language: Language): void {
    try {
      sessionStorage.setItem(doorKey, language)
    } catch {
      // As above.
    }
  },
  take(): Language | null {
    try {
      const stored = sessionStorage.getItem(doorKey)
      sessionStorage.removeItem(doorKey)
      return isLanguage(stored) ? stored : null
    } catch {
      return null
    }
  },
}
