FROM alpine:3.23
HEALTHCHECK --interval=3s CMD
