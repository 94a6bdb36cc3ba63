/** Ids minted on this page since it was loaded: nobody else knows them yet, so neither server nor device has to be asked. */
const fresh = new Set<string>()

export function mintId(): string {
  const id = crypto.randomUUID()
  fresh.add(id)
  return id
}

/** True once: coming back to the same page later, it may have been saved. */
export function takeFresh(id: string): boolean {
  return fresh.delete(id)
}
