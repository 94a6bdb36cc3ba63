import Markdown from 'react-markdown'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import styles from './page-text.module.css'

/** No pictures: they would tell another server who reads. Headings begin below those of the screen. */
const allowed = {
  ...defaultSchema,
  tagNames: ['h1', 'h2', 'h3', 'p', 'a', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br'],
}

/** A page of a playbook. HTML in it is left out; links leave without saying from where. */
export function PageText({ words }: { readonly words: string }) {
  return (
    <div className={styles.text}>
      <Markdown
        rehypePlugins={[[rehypeSanitize, allowed]]}
        components={{
          h1: ({ children }) => <h3>{children}</h3>,
          h2: ({ children }) => <h4>{children}</h4>,
          h3: ({ children }) => <h5>{children}</h5>,
          a: ({ href, children }) => (
            <a href={href} rel="noreferrer noopener" target="_blank">
              {children}
            </a>
          ),
        }}
      >
        {words}
      </Markdown>
    </div>
  )
}
