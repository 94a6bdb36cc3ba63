/** How the graph is read; the check and `.dependency-cruiser.mjs` share it. */
export const cruiseOptions = {
  // Seen when imported, not read themselves.
  doNotFollow: { path: ['(?:^|/)node_modules/', '^packages/db/src/generated/'] },
  // From the root: a package's entry in node_modules is often in a `dist` too, and leaving that out would hide the import.
  exclude: { path: ['^(?:apps|packages)/[^/]+/dist/', 'routeTree\\.gen'] },
  // Without it imports of types alone are not seen, with `true` they are not told from the others.
  tsPreCompilationDeps: 'specify' as const,
}

export const resolveOptions = {
  exportsFields: ['exports'],
  conditionNames: ['types', 'import', 'node', 'default'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
}
