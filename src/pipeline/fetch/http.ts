/**
 * Node's own HTTP clients. An `import` of `node:http` reads every name that it exports, among them `WebSocket`, for
 * which Node then builds all of its `fetch`: 90 ms and 8 MB at every start, for what nobody here uses.
 */
export const http = process.getBuiltinModule('node:http');
export const https = process.getBuiltinModule('node:https');
