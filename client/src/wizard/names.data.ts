/** What a person calls the languages and frameworks that the wizard knows by id. */
export const technologyNames: Readonly<Record<string, string>> = {
  node: 'Node.js',
  python: 'Python',
  nextjs: 'Next.js',
  nuxt: 'Nuxt',
  nestjs: 'NestJS',
  fastify: 'Fastify',
  express: 'Express',
  koa: 'Koa',
  hono: 'Hono',
  hapi: 'hapi',
  django: 'Django',
  fastapi: 'FastAPI',
  flask: 'Flask',
  streamlit: 'Streamlit',
  postgres: 'PostgreSQL',
  redis: 'Redis',
};
