# syntax=docker/dockerfile:1
# One image for both processes: the app (as it stands) and the worker (`node --import ./scripts/alias.mjs worker.ts`).

FROM node:24-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The build checks the types of the tests too; the image does without them, and has a Node of its own.
RUN npx prisma generate && npx next build && npm prune --omit=dev \
  && rm -rf .next/cache tests node_modules/node node_modules/.bin/node

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 LONGWAVE_DATA_DIR=/data
# The root filesystem may be read-only: what is written goes to /data and /tmp.
RUN mkdir /data && chown node:node /data
COPY --from=build /app ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./scripts/alias.mjs", "server.ts"]
