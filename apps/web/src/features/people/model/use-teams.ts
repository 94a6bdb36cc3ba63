import type { TeamNode } from '@oeuvre/domain/people/schema'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { buildTree } from './team-tree.ts'

export function teamsOptions(question: { on?: string; withArchived?: boolean } = {}) {
  return trpc.people.teams.queryOptions(question, { staleTime: 60_000 })
}

/** The teams of today (or of a day), as the list and as the tree. */
export function useTeams(question: { on?: string; withArchived?: boolean } = {}) {
  const { data } = useSuspenseQuery(teamsOptions(question))
  const { compare } = useFormat()
  const teams: readonly TeamNode[] = data
  const tree = useMemo(() => buildTree(teams, compare), [teams, compare])
  return { teams, tree }
}
