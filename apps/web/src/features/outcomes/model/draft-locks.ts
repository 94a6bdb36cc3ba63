function nameOf(id: string): string {
  return `oeuvre-draft-${id}`
}

/** A form is open on it, in this tab or another: nobody else sends it meanwhile. @returns what lets it go */
export function holdDraft(id: string): () => void {
  let letGo = () => {}
  const closed = new Promise<void>((resolve) => {
    letGo = resolve
  })
  // Old browsers have no locks, nor then a page that sends while another is open.
  void navigator.locks?.request(nameOf(id), { mode: 'shared' }, () => closed)
  return letGo
}

/** Does the work unless a form is open on it. @returns null where one is */
export async function ifFree<T>(id: string, work: () => Promise<T>): Promise<T | null> {
  if (!navigator.locks) return work()
  return navigator.locks.request(nameOf(id), { ifAvailable: true }, (lock) => (lock ? work() : null))
}
