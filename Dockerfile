# Builds with everything, runs with production dependencies only.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json bundle.mjs ./
COPY src ./src
COPY adapters ./adapters
COPY data ./data
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["node", "dist/src/ops/check-health.js"]
# Node itself as process 1 would ignore signals it has no handler for; Teapot has them.
CMD ["node", "dist/src/main.js"]
