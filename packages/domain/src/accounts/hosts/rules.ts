import { parse } from 'tldts'

/** Whether a host can be an account's, and why not. Hosts are ASCII (punycode), lower case. */
export type HostRefusal = 'address-unsafe' | 'address-not-public'

/** Names that never lead to a public page (RFC 2606, 6761, 6762, 7686 and what companies use inside). */
const specialUse = new Set(['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'test', 'invalid', 'onion', 'arpa', 'alt'])

/**
 * Refuses addresses by number, names without a dot and names of private networks. `mayBeUnlisted` accepts a last label that the
 * public suffix list does not hold: where somebody wrote a server in full, our copy of the list may be the older one.
 */
export function refusePrivateHost(host: string, mayBeUnlisted: boolean): HostRefusal | null {
  const { isIp, domain, isIcann, publicSuffix } = parse(host)
  if (isIp || !domain || !publicSuffix) return 'address-not-public'
  if (host.length > 253 || !host.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)))
    return 'address-not-public'
  const last = host.slice(host.lastIndexOf('.') + 1)
  if (specialUse.has(last) || !/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last)) return 'address-not-public'
  return isIcann || mayBeUnlisted ? null : 'address-not-public'
}

/**
 * Refuses names made to be taken for another: a label that mixes alphabets (Latin with Cyrillic …), a name that reads like one of
 * `known` but is not, and one that carries a known name in front of its own domain (linkedin.com.example.org).
 */
export function refuseDeceptiveHost(host: string, known: readonly string[]): HostRefusal | null {
  const labels = host.split('.').map((label) => (label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label))
  if (labels.some((label) => label === null || !/^[\p{L}\p{M}\p{N}_-]+$/u.test(label) || mixesAlphabets(label))) return 'address-unsafe'
  const skeleton = labels.map((label) => looksLike(label ?? '')).join('.')
  if (skeleton !== host && known.some((name) => endsInName(skeleton, name))) return 'address-unsafe'
  const { subdomain } = parse(host)
  return subdomain && known.some((name) => `.${subdomain}.`.includes(`.${name}.`)) ? 'address-unsafe' : null
}

export function endsInName(host: string, name: string): boolean {
  return host === name || host.endsWith(`.${name}`)
}

/** Alphabets that are written together: Japanese and Korean mix several with Latin. */
const companions = [/\p{Script=Latin}/gu, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu]
const alphabets = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Thai',
  'Devanagari',
  'Cherokee',
  'Coptic',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))

function mixesAlphabets(label: string | null): boolean {
  if (label === null || /^[a-z0-9_-]*$/.test(label)) return false
  const letters = label.replace(/[^\p{L}]/gu, '')
  if (companions.reduce((rest, script) => rest.replace(script, ''), letters) === '') return false
  return (
    alphabets.filter((script) => script.test(letters)).length !== 1 ||
    alphabets.every((script) => letters.replace(new RegExp(script, 'gu'), '') !== '')
  )
}

/** Letters of other alphabets that a reader takes for a Latin one. */
const doubles = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'вʙ',
    c: 'сϲ',
    d: 'ԁđ',
    e: 'еεє',
    g: 'ɡ',
    h: 'һнʜ',
    i: 'іιıí',
    j: 'ј',
    k: 'кκ',
    l: 'ӏłⅼ',
    m: 'м',
    n: 'ոпη',
    o: 'оοօø',
    p: 'рρ',
    q: 'ԛ',
    r: 'г',
    s: 'ѕ',
    t: 'тτ',
    u: 'υսц',
    v: 'νѵ',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγу',
    z: 'ᴢ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
)

function looksLike(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '')
  return [...plain].map((letter) => doubles.get(letter) ?? letter).join('')
}

/** RFC 3492, decoding only (the platform's `URL` encodes and cannot be asked back). Null where it is no punycode. */
export function decodePunycode(encoded: string): string | null {
  const cut = encoded.lastIndexOf('-')
  const output = cut > 0 ? [...encoded.slice(0, cut)].map((character) => character.charCodeAt(0)) : []
  let code = 128
  let position = 0
  let bias = 72
  let at = cut > 0 ? cut + 1 : cut + 1
  while (at < encoded.length) {
    const start = position
    for (let weight = 1, k = 36; ; k += 36) {
      const digit = punycodeDigit(encoded.charCodeAt(at++))
      if (digit < 0) return null
      position += digit * weight
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
      if (digit < threshold) break
      weight *= 36 - threshold
    }
    const length = output.length + 1
    bias = adaptBias(position - start, length, start === 0)
    code += Math.floor(position / length)
    position %= length
    if (code > 0x10ffff) return null
    output.splice(position++, 0, code)
  }
  return String.fromCodePoint(...output)
}

function punycodeDigit(character: number): number {
  if (character >= 97 && character <= 122) return character - 97
  return character >= 48 && character <= 57 ? character - 22 : -1
}

function adaptBias(delta: number, length: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1
  rest += Math.floor(rest / length)
  let bias = 0
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35)
  return bias + Math.floor((36 * rest) / (rest + 38))
}
