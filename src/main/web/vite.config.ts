import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the API: the mock of `npm run mock`, or a running server. */
const api = process.env['HALFMINUTE_API'] ?? 'http://127.0.0.1:8095';

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    // The server's content policy allows neither inline scripts, nor inline styles, nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': api, '/events': { target: api, ws: true } } },
});
