# The runtime is Debian's smallest Node image; the sources run as they are, so there is nothing to build.
FROM node:24.11-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node itself: the pinned copy (an optional dependency) stays out.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.11-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY commands ./commands
COPY feeds ./feeds
COPY src ./src
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s CMD ["node", "src/main.ts", "health"]
CMD ["npm", "start"]
