FROM alpine:3.23
RUN --mount=type=cache,target=/x,sharing=all true
