import '@mantine/notifications/styles.layer.css'
import { Notifications } from '@mantine/notifications'

/** Where notices appear; a chunk of its own, fetched once the page stands. */
export function NoticesHost() {
  return <Notifications position="bottom-left" autoClose={8_000} />
}
