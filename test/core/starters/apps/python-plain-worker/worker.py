import os

from redis import Redis

queue = Redis.from_url(os.environ["REDIS_URL"])
while True:
    print(queue.blpop("jobs"))
