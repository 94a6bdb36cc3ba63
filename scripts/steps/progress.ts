const began = performance.now()

export function seconds(since = began): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}

/** One line: the seconds since the command began, and what goes on. */
export function say(message: string): void {
  console.log(`${seconds().padStart(6)} s  ${message}`)
}
