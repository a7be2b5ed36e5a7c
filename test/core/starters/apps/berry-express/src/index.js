const express = require('express');

express()
  .get('/', (_request, response) => response.send('gate'))
  .listen(process.env.PORT);
