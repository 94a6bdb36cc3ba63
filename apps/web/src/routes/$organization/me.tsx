import { createFileRoute } from '@tanstack/react-router'
import { Me } from '../../app/shell/me.tsx'

export const Route = createFileRoute('/$organization/me')({ component: Me })
