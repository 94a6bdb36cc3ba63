import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/$organization/admin/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$organization/admin/people', params, replace: true })
  },
})
