FROM alpine:3.23 AS x
RUN --mount=type=bind,from=y,target=/y ls /y
FROM alpine:3.23 AS y
