/** What the platform's own reader of addresses tells (browser and server have the same); the language library of this package does not name it. */
type WebAddress = {
  readonly [part in 'protocol' | 'username' | 'password' | 'host' | 'hostname' | 'port' | 'pathname' | 'href']: string
} & { search: string }
declare const URL: new (text: string) => WebAddress

/** null: no address. */
export function parseWebAddress(text: string): WebAddress | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
