import { Worker } from 'bullmq';

new Worker('mail', async (job) => console.log('sent', job.id), { connection: { url: process.env.REDIS_URL } });
