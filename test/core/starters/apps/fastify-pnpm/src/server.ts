import Fastify from 'fastify';
import Redis from 'ioredis';

const redis = new Redis({ host: process.env.REDIS_HOST, port: Number(process.env.REDIS_PORT ?? 6379) });
const app = Fastify({ logger: true });

app.get('/', async () => ({ visits: await redis.incr('visits') }));

await app.listen({ port: Number(process.env.PORT ?? 8080), host: '0.0.0.0' });
