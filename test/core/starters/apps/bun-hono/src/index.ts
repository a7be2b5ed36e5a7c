import { Hono } from 'hono';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);
const app = new Hono();
app.get('/health', (c) => c.text('ok'));
app.get('/:slug', async (c) => c.json(await sql`select url from links where slug = ${c.req.param('slug')}`));

export default { port: process.env.PORT ?? 3030, fetch: app.fetch };
