const Koa = require('koa');
const words = require('@acme/words');

const app = new Koa();
app.use((context) => {
  context.body = words;
});
app.listen(process.env.PORT || 3001);
