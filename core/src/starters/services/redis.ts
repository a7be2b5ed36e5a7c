import { imagesDate, redisReleases } from '../images.data.ts';
import { newestRelease } from '../read/version.ts';
import type { Service } from './service.ts';

/** Redis for the application alone: it stands on an internal network and is published nowhere. */
export const redis: Service = {
  id: 'redis',
  drivers: {
    node: [
      'redis',
      'ioredis',
      'bullmq',
      'bull',
      'connect-redis',
      '@redis/client',
      '@fastify/redis',
      'rate-limit-redis',
      'bee-queue',
      'handy-redis',
      'kue',
      'node-resque',
      'redis-om',
      '@keyv/redis',
      'keyv-redis',
      '@socket.io/redis-adapter',
      'socket.io-redis',
      'cache-manager-redis-store',
      'cache-manager-redis-yet',
      'cache-manager-ioredis',
      'cache-manager-ioredis-yet',
      '@nestjs-modules/ioredis',
      'graphql-redis-subscriptions',
    ],
    python: [
      'redis',
      'rq',
      'django-redis',
      'celery[redis]',
      'channels-redis',
      'channels_redis',
      'aioredis',
      'django-rq',
      'arq',
      'huey[redis]',
      'channels[redis]',
      'dramatiq[redis]',
      'kombu[redis]',
      'flask-redis',
      'redis-om',
      'rq-scheduler',
      'taskiq-redis',
      'saq',
      'django-cacheops',
      'aiocache[redis]',
      'fastapi-cache2[redis]',
    ],
  },
  cloud: {},
  schemes: ['redis', 'rediss'],
  volume: { name: 'redis-data', path: '/data' },
  compose: () => ({
    image: newestRelease(redisReleases, imagesDate).image,
    user: '999:999',
    healthcheck: {
      test: ['CMD', 'redis-cli', 'ping'],
      interval: '10s',
      timeout: '5s',
      retries: 5,
      start_period: '5s',
    },
    tmpfs: ['/tmp'],
  }),
  defaultEnv: ['REDIS_URL'],
  valueOf(variable) {
    if (/^REDIS_?HOST(NAME)?$/.test(variable)) return 'redis';
    if (/^REDIS_?PORT$/.test(variable)) return '6379';
    if (/^(REDIS_(URL|URI)|CACHE_URL|CELERY_BROKER_URL|BROKER_URL|RQ_REDIS_URL|CELERY_RESULT_BACKEND)$/.test(variable))
      return 'redis://redis:6379/0';
    return undefined;
  },
  secrets: {},
  note: null,
};
