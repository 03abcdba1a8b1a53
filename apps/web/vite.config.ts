import { compileMessage } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Compiles the ICU messages at build time, so that no message parser reaches the browser. */
const compiledMessages: Plugin = {
  name: 'followon:compiled-messages',
  enforce: 'pre',
  apply: 'build',
  transform(source, id) {
    if (!/\/src\/locales\/[a-z-]+\.json$/.test(id)) return undefined;
    const messages = Object.entries(JSON.parse(source) as Record<string, string>);
    return JSON.stringify(Object.fromEntries(messages.map(([key, text]) => [key, compileMessage(text)])));
  },
};

// eslint-disable-next-line no-restricted-syntax -- Vite reads its configuration from a default export
export default defineConfig({
  plugins: [compiledMessages, react()],
  build: { sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  json: { namedExports: false },
  server: { proxy: { '/api': process.env['FOLLOWON_API'] ?? 'http://127.0.0.1:3000' } },
});
