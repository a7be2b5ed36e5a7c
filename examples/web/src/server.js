import express from 'express';
import { addNote, countVisit, isReady, listNotes } from './store.js';

const app = express();
const port = Number(process.env.PORT ?? 3000);

app.use(express.json());

app.get('/health', async (_request, response) => {
  response.sendStatus((await isReady()) ? 200 : 503);
});

app.get('/', async (_request, response) => {
  response.json({ visits: await countVisit(), notes: await listNotes() });
});

app.post('/notes', async (request, response) => {
  const text = String(request.body?.text ?? '').trim();
  if (text === '') {
    response.status(400).json({ error: 'A note needs a text.' });
    return;
  }
  response.status(201).json(await addNote(text));
});

const server = app.listen(port, () => console.log(`Listening on port ${port}`));

process.on('SIGTERM', () => server.close());
