import { printOrigin } from './print-origin.ts'

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** On paper a link leads to where people reach the server, not to where it reached itself. */
function leadToOrigin(origin: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    const { pathname, search } = new URL(link.href)
    link.href = `${origin}${pathname}${search}`
  }
}

/** Once what is drawn is drawn in its own letters: whoever prints waits for this word. */
export async function sayDrawn(): Promise<void> {
  // Widths are measured and charts drawn by the second frame; letters are asked for by what is drawn.
  await frame()
  await frame()
  await document.fonts.ready
  await frame()
  const origin = printOrigin.get()
  if (origin !== null) leadToOrigin(origin)
  document.documentElement.dataset.print = 'ready'
}

export function sayFailed(): void {
  document.documentElement.dataset.print = 'failed'
}
