import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PageText } from './page-text.tsx'

test('a page of Markdown is headings, lists and links; HTML in it is left out, and nothing is fetched or run', () => {
  const html = renderToStaticMarkup(
    <PageText
      words={`# Start

- one **hour**

[a page](https://example.com/x) [run](javascript:alert(1)) [data](data:text/html,x)

![seen](https://tracker.example/p.png)

<script>alert(1)</script><img src=x onerror=alert(1)><a href="https://evil.example" onclick="x()">y</a>`}
    />,
  )
  expect(html).toContain('<h3>Start</h3>')
  expect(html).toContain('<strong>hour</strong>')
  expect(html).toContain('<a href="https://example.com/x" rel="noreferrer noopener" target="_blank">a page</a>')
  expect(html).not.toMatch(/<(script|img|style|iframe)|javascript:|data:|tracker|<a [^>]*(evil|onclick)/)
})
