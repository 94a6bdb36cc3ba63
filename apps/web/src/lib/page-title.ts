import { useEffect } from 'react'

/** Names the page in the tab and in the history: "Accueil — Œuvre". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} — Œuvre`
  }, [title])
}
