import express from 'express';
import pg from 'pg';
import { createClient } from 'redis';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const cache = createClient({ url: process.env.REDIS_URL });
const app = express();

app.get('/healthz', (_request, response) => response.json({ ok: true }));
app.get('/orders', async (_request, response) => {
  const { rows } = await pool.query('select id, total from orders order by id');
  response.json(rows);
});

await cache.connect();
const port = process.env.PORT || 4000;
app.listen(port, () => console.log(`orders on ${port}`));
