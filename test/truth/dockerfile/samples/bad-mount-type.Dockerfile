FROM alpine:3.23
RUN --mount=type=volume,target=/x true
