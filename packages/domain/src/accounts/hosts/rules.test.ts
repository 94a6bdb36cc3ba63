import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePunycode, refuseDeceptiveHost, refusePrivateHost } from './rules.ts'

describe('hosts', () => {
  it('decodes what the platform encodes', () => {
    const letters = fc.stringMatching(/^[a-zéèüñøßабвгдαβγあいう漢字한글]{1,20}$/u)
    fc.assert(
      fc.property(letters, (label) => {
        const encoded = new URL(`https://${label}.com`).hostname.slice(0, -4)
        fc.pre(encoded.startsWith('xn--'))
        expect(decodePunycode(encoded.slice(4))).toBe(label.normalize('NFC').toLowerCase())
      }),
    )
    for (const broken of ['!', 'ü', '99999999999', 'a-']) expect(() => decodePunycode(broken)).not.toThrow()
  })

  it('knows public names', () => {
    for (const host of ['jane.fr', 'a.b.co.uk', 'jane.github.io', 'xn--e1afmkfd.xn--p1ai'])
      expect(refusePrivateHost(host, false), host).toBeNull()
    for (const host of ['localhost', '10.0.0.1', 'printer.local', 'co.uk', 'jane', 'a..b.fr', '-a.fr', 'jane.smith'])
      expect(refusePrivateHost(host, false), host).toBe('address-not-public')
    expect(refusePrivateHost('other.instance', true)).toBeNull()
  })

  it('tells look-alikes from honest neighbours', () => {
    const known = ['linkedin.com', 'x.com']
    for (const host of ['linkedin.com.evil.fr', 'xn--lnkedin-fjg.com'])
      expect(refuseDeceptiveHost(host, known), host).toBe('address-unsafe')
    for (const host of ['x.com.br', 'linkedin.fr', 'mylinkedin.com', 'xn--lodie-9ra.fr'])
      expect(refuseDeceptiveHost(host, known), host).toBeNull()
  })
})
