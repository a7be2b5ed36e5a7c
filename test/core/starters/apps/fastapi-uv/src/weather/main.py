import os

from fastapi import FastAPI
from redis.asyncio import Redis

app = FastAPI(title="Weather")
redis = Redis.from_url(os.environ["REDIS_URL"])


@app.get("/health")
async def health() -> dict[str, bool]:
    return {"ok": True}
