import { createFileRoute } from '@tanstack/react-router'
import { ChangePassword } from '../../features/identity/screens/change-password.tsx'

export const Route = createFileRoute('/$organization/password')({ component: ChangePassword })
