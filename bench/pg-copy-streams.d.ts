declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** COPY … FROM STDIN: what is written to the stream goes to the server. */
  export function from(statement: string): Writable & Submittable
}
