# syntax=docker/dockerfile:1
# The server with the built interface: one bundle, no packages but the engine that migrates, the one for pictures and the one for prints.

FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV PNPM_STORE=/pnpm-store
COPY . .
RUN --mount=type=cache,target=/pnpm-store node scripts/bootstrap.mjs build
# What the bundle reads beside itself: the engine that migrates, the library that writes pictures, and the one that drives the browser.
RUN mkdir -p /out/node_modules/@prisma /out/apps/api /out/apps/web \
 && cp -rL packages/db/node_modules/@prisma/schema-engine-wasm /out/node_modules/@prisma/ \
 && cp -rL "$(dirname "$(realpath apps/api/node_modules/sharp)")/." /out/node_modules/ \
 && cp -rL "$(realpath apps/api/node_modules/playwright-core)" /out/node_modules/playwright-core \
 && cp -r apps/api/dist /out/apps/api/dist \
 && cp -r apps/web/dist /out/apps/web/dist \
 && cp -r prisma /out/prisma && rm -rf /out/prisma/seed

FROM node:24-bookworm-slim
# The browser that prints the impact page. Left out, people print it themselves: docs/operating.md.
RUN apt-get update && apt-get install --yes --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
ENV CHROMIUM_PATH=/usr/bin/chromium
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WEB_ROOT=/app/apps/web/dist FILES_DIR=/data/files
WORKDIR /app
COPY --from=build /out ./
RUN mkdir -p /data/files && chown -R node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Directly, not through npm: signals reach the server.
CMD ["node", "--enable-source-maps", "apps/api/dist/main.mjs"]
