FROM alpine:3.23
HEALTHCHECK --interval=30 CMD x
