import { createFileRoute, Outlet } from '@tanstack/react-router'
import { AdministrationFrame } from '../../../app/administration-frame.tsx'

export const Route = createFileRoute('/$organization/admin')({ component: AdministrationRoute })

function AdministrationRoute() {
  return (
    <AdministrationFrame>
      <Outlet />
    </AdministrationFrame>
  )
}
