import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { unconvertedQuery } from '../../../features/outcomes/embed/unconverted.tsx'
import { RatesPage } from '../../../pages/rates.tsx'

export const Route = createFileRoute('/$organization/admin/rates')({
  staticData: { words: ['rates'] },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([queryClient.ensureQueryData(trpc.rates.list.queryOptions()), queryClient.ensureQueryData(unconvertedQuery())]),
  pendingComponent: PageSkeleton,
  component: RatesPage,
})
