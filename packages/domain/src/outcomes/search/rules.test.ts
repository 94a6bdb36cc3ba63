import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptOf, markWords, readSearch } from './rules.ts'

const short = (text: string) =>
  readSearch(text).map(
    ({ words, isPhrase, isUnfinished, isUnwanted }) =>
      `${isUnwanted ? '-' : ''}${isPhrase ? `"${words.join(' ')}"` : words.join(' ')}${isUnfinished ? '…' : ''}`,
  )

describe('what was typed', () => {
  test.each([
    ['pompe hydraul', ['pompe', 'hydraul…']],
    ['l’écluse', ['écluse…']],
    ['"bon de commande" pompe -retour', ['"bon de commande"', 'pompe', '-retour']],
    ['pompe "bon de', ['pompe', '"bon de"…']],
    ['A-340', ['340…']],
    ['a', []],
    ['船', ['船…']],
    ["':*&|!() <->", []],
    ['acme.com', ['acme', 'com…']],
  ] as const)('%s', (text, wanted) => {
    expect(short(text)).toEqual(wanted)
  })

  test('no text breaks it, and no more than twenty words are looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(readSearch(text).reduce((sum, { words }) => sum + words.length, 0)).toBeLessThanOrEqual(20)
      }),
    )
  })
})

describe('words found', () => {
  const found = new Set(['écluses', 'b'])
  test('are marked and nothing is lost', () => {
    expect(markWords('Les Écluses <b>', found)).toEqual([
      { text: 'Les ', isFound: false },
      { text: 'Écluses', isFound: true },
      { text: ' <', isFound: false },
      { text: 'b', isFound: true },
      { text: '>', isFound: false },
    ])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          markWords(text, found)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
  test('an excerpt has the word, between whole words', () => {
    const text = `${'avant '.repeat(40)}les écluses réparées ${'après '.repeat(40)}`
    const excerpt = excerptOf(text, found)
    expect(excerpt).toMatch(/^… (avant )+les écluses réparées (après )+…$/)
    expect(excerptOf('rien', found)).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.constantFrom('un', 'écluses', 'long'.repeat(30), '\n', 'b')), (words) => {
        const whole = words.join(' ')
        const piece = excerptOf(whole, found)
        expect(piece === null).toBe(!words.some((word) => found.has(word)))
        if (piece !== null) expect(markWords(piece, found).some((part) => part.isFound)).toBe(true)
      }),
    )
  })
})
