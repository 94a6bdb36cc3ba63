// The shell without a line. Only files of the app are kept, never an answer of the server: what people typed and the few answers that
// the log form needs are kept by the page itself. The two that are empty here are written in by the build.
const files = []
const version = ''
const name = `oeuvre-shell-${version}`
/** A network that neither answers nor fails is as good as none. */
const patience = 5_000

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()))
})

// A page that is open goes on with the files of its own build: they are kept until two newer builds were seen.
self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || /^\/(api|healthz|l)(\/|$)/.test(url.pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (url.pathname === '/theme.js') event.respondWith(fetch(request).catch(() => kept('/theme.js')))
})

/** What an older build had already is not fetched again: the names of assets change with their content. */
async function keepAll() {
  const cache = await caches.open(name)
  for (const file of files) {
    const before = file.startsWith('/assets/') ? await caches.match(file) : undefined
    const answer = before ?? (await fetch(file, { cache: 'no-cache' }))
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`)
    await cache.put(file, answer)
  }
  await cache.put('/since', new Response(String(Date.now())))
}

async function forgetOlder() {
  const known = []
  for (const one of await caches.keys()) {
    if (!one.startsWith('oeuvre-shell-')) continue
    const since = await (await caches.open(one)).match('/since')
    known.push({ one, since: Number(since ? await since.text() : 0) })
  }
  known.sort((a, b) => b.since - a.since)
  await Promise.all(known.filter(({ one }, at) => at > 1 && one !== name).map(({ one }) => caches.delete(one)))
}

async function kept(file) {
  return (await (await caches.open(name)).match(file)) ?? Response.error()
}

/** Any address is the same page; the newest where there is a line. */
async function page(request) {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const answer = await fetch(request, { signal: stop.signal })
    return answer.status >= 502 && answer.status <= 504 ? kept('/index.html') : answer
  } catch {
    return kept('/index.html')
  } finally {
    clearTimeout(timer)
  }
}

async function asset(request) {
  const before = await caches.match(request, { ignoreVary: true })
  if (before) return before
  const answer = await fetch(request)
  if (answer.ok) {
    const cache = await caches.open(name)
    await cache.put(request, answer.clone())
  }
  return answer
}
