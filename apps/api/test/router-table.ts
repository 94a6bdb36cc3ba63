/**
 * A row for every procedure that acts in an organization. `stranger` builds an input whose ids all belong to another
 * organization (or to nothing): the answer must be "not-found". `null`: the input names no record.
 * A procedure without a row here fails the build.
 */
export type StrangerIds = { readonly person: string; readonly team: string; readonly none: string }
export const routerTable: Readonly<Record<string, null | ((ids: StrangerIds) => unknown)>> = {
  'organizations.shell': null,
}
