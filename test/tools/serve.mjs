import { preview } from 'vite';

const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173), host: '127.0.0.1' } });
const [address] = server.resolvedUrls?.local ?? [];
console.log(`\nBackcast is ready: ${address}\n(Ctrl+C stops it)`);
