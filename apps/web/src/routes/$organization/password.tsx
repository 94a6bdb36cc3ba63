import { createFileRoute } from '@tanstack/react-router'
import { ChangePassword } from '../../features/identity/screens/change-password.tsx'

export const Route = createFileRoute('/$organization/password')({ staticData: { words: ['identity'] }, component: ChangePassword })
