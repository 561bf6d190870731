import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = { target: process.env['API_URL'] ?? 'http://127.0.0.1:8080' };

/** Calls to the server; `web/api/` holds modules of the interface itself. */
const calls = '^/api/(?!.*[.]tsx?(?:[?]|$))';

/** The oldest that are supported; docs/decisions/0010. */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: browsers, chunkSizeWarningLimit: 1200 },
  server: { proxy: { [calls]: api, '/healthz': api, '/readyz': api } },
});
