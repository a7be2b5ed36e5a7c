FROM alpine:3.23
RUN --mount=type=cache true
