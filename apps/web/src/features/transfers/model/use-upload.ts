import type { ImportKind } from '@oeuvre/domain/transfers/schema'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { sendFile } from './send-file.ts'

/** A file on its way: how far it is, or why it was not taken. Taken, its own page opens. */
export function useUpload() {
  const { organization } = useShell()
  const words = useWords()
  const navigate = useNavigate()
  const [share, setShare] = useState(0)
  const upload = useMutation({
    meta: { showsItsErrors: true },
    mutationFn: (input: { kind: ImportKind; file: File }) => sendFile({ organization, ...input, onProgress: setShare }),
    async onSuccess({ id }) {
      await queryClient.invalidateQueries({ queryKey: trpc.transfers.list.queryKey() })
      await navigate({ to: '/$organization/admin/imports/$id', params: { organization, id }, search: { step: 'file' } })
    },
  })
  return {
    send(kind: ImportKind, file: File) {
      setShare(0)
      upload.mutate({ kind, file })
    },
    share,
    name: upload.variables?.file.name ?? '',
    isSending: upload.isPending,
    problem: upload.error ? describe(upload.error, words) : null,
  }
}
