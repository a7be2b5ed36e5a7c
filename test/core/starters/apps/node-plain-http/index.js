const { createServer } = require('node:http');

createServer((_request, response) => {
  response.end(new Date().toISOString());
}).listen(5050);
