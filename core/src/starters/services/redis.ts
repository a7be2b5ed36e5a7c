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
    ],
  },
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
