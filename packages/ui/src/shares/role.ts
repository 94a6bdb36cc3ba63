/** How somebody took part, and so how their share is hatched: solid, diagonal, horizontal, vertical. */
export type ShareRole = 'lead' | 'support' | 'coach' | 'shadow'

/** A band of a bar or of a plate: an integer weight and a role. */
export type Band = { share: number; role: ShareRole }
