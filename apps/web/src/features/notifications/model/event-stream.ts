/** What the server says: how many are unread, and the newest, where there is one. */
export type Word = { readonly id: string | null; readonly unread: number; readonly isCapped: boolean }

const pauses = { first: 2_000, longest: 60_000 }

function wordOf(data: unknown): Word | null {
  try {
    return JSON.parse(String(data)) as Word
  } catch {
    return null
  }
}

/** An open line to the server, tried again by the browser where it breaks, and by us, ever later, where the server ended it. */
function openLine(address: string, hear: (word: Word) => void, signal: AbortSignal): void {
  let pause = pauses.first
  const open = () => {
    if (signal.aborted) return
    const source = new EventSource(address)
    const close = () => source.close()
    signal.addEventListener('abort', close, { once: true })
    source.addEventListener('told', ({ data }) => {
      pause = pauses.first
      const word = wordOf(data)
      if (word) hear(word)
    })
    source.addEventListener('error', () => {
      if (source.readyState !== EventSource.CLOSED) return
      signal.removeEventListener('abort', close)
      setTimeout(open, pause)
      pause = Math.min(pause * 2, pauses.longest)
    })
  }
  open()
}

/**
 * What concerns the reader, as it happens. Of several windows one holds the line and tells the others: a browser opens six connections to
 * a server at most, and a line keeps one.
 */
export function listenForNotices(organization: string, hear: (word: Word) => void): () => void {
  const address = `/api/o/${encodeURIComponent(organization)}/notices/stream`
  const name = `oeuvre.told.${organization}`
  const leaving = new AbortController()
  const others = new BroadcastChannel(name)
  others.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data))
  const tell = (word: Word) => {
    hear(word)
    others.postMessage(word)
  }
  const hold = () =>
    new Promise<void>((resolve) => {
      leaving.signal.addEventListener('abort', () => resolve(), { once: true })
      openLine(address, tell, leaving.signal)
    })
  // Locks exist only where the connection is safe.
  if ('locks' in navigator) void navigator.locks.request(name, { signal: leaving.signal }, hold).catch(() => undefined)
  else openLine(address, tell, leaving.signal)
  return () => {
    leaving.abort()
    others.close()
  }
}
