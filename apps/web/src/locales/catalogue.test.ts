import { createTranslator, type Messages as Declared } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { fr } from './fr.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as const] : leaves(value, here)
  })
}

const french = leaves(fr)
const english = leaves(en)

function argumentsOf(message: string): string[] {
  return [...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? '').sort()
}

describe('the catalogues', () => {
  test('hold words', () => {
    expect(french.length).toBeGreaterThan(100)
  })

  test('have the same keys and arguments in both languages', () => {
    expect(english.map(([key]) => key)).toEqual(french.map(([key]) => key))
    const unequal = french.filter(
      ([, message], at) => `${new Set(argumentsOf(message))}` !== `${new Set(argumentsOf(english[at]?.[1] ?? ''))}`,
    )
    expect(unequal.map(([key]) => key)).toEqual([])
  })

  test('have no key with a point: it would be taken for a way into the tree, and never found', () => {
    const keys = (tree: Tree): string[] =>
      Object.entries(tree).flatMap(([key, value]) => [key, ...(typeof value === 'string' ? [] : keys(value))])
    expect(keys(fr).filter((key) => key.includes('.'))).toEqual([])
  })

  test('leave no message empty', () => {
    expect([...french, ...english].filter(([, message]) => message.trim() === '')).toEqual([])
  })

  test('follow French typography: no plain space before ; ! ? : » nor after «', () => {
    expect(french.filter(([, message]) => / [;!?:»]|« /.test(message))).toEqual([])
    expect(french.filter(([, message]) => /\S[;!?](\s|$)/.test(message) && !/[\u202f)][;!?](\s|$)/.test(message))).toEqual([])
    expect(french.filter(([, message]) => /\u00a0[;!?]|\u202f:/.test(message))).toEqual([])
  })

  test('need no elision: “de Agnès” cannot be known before the name is', () => {
    const elided = /(^|[\s’(])(de|que|jusque|se|ne) \{(name|names|person|team|title)\}/i
    expect(elided.test('Aucune histoire de {name}')).toBe(true)
    expect(french.filter(([, message]) => elided.test(message))).toEqual([])
  })

  test('use curly apostrophes and quotes', () => {
    expect([...french, ...english].filter(([, message]) => /['"]/.test(message))).toEqual([])
  })

  test('refuse a wrong key by type', () => {
    const t = createTranslator({ locale: 'fr', messages: fr as Declared, onError: () => undefined })
    // @ts-expect-error there is no such key
    t('shell.nav.nowhere')
    expect(t('home.hello', { name: 'Inès' })).toBe('Bonjour Inès')
    expect(t('shell.reviewWaiting', { count: 2 })).toBe('2 résultats attendent')
  })
})
