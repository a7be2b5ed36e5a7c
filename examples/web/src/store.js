import pg from 'pg';
import { createClient } from 'redis';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const cache = createClient({ url: process.env.REDIS_URL });
cache.on('error', (error) => console.error('Redis:', error.message));

const ready = Promise.all([
  cache.connect(),
  pool.query('CREATE TABLE IF NOT EXISTS notes (id serial PRIMARY KEY, text text NOT NULL)'),
]).then(
  () => true,
  (error) => {
    console.error('The stores cannot be reached:', error.message);
    return false;
  },
);

export async function isReady() {
  return ready;
}

export async function countVisit() {
  return cache.incr('visits');
}

export async function listNotes() {
  const { rows } = await pool.query('SELECT id, text FROM notes ORDER BY id');
  return rows;
}

export async function addNote(text) {
  const { rows } = await pool.query('INSERT INTO notes (text) VALUES ($1) RETURNING id, text', [text]);
  return rows[0];
}
