import { createFileRoute } from '@tanstack/react-router'
import { Imports } from '../../../../features/transfers/screens/imports.tsx'

export const Route = createFileRoute('/$organization/admin/imports/')({
  staticData: { words: ['transfers'] },
  loader: ({ context: { queryClient, trpc } }) => queryClient.ensureQueryData(trpc.transfers.list.queryOptions()),
  component: Imports,
})
