import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'

export const Route = createFileRoute('/$organization/teams/$id')({ component: PageSkeleton })
